// A day that is typed in any of the ways people write one, outside of a form.
import { useState } from 'react'
import { readDay } from '../../shared/dates'

export function DayField({ label, value, onChange }: { label: string; value: string; onChange: (day: string) => void }) {
  const [typed, setTyped] = useState<string>()
  return (
    <label className="field">
      <span>{label}</span>
      <input
        className="input short"
        inputMode="numeric"
        autoComplete="off"
        value={typed ?? value}
        onChange={(event) => {
          setTyped(event.target.value)
          const day = readDay(event.target.value)
          if (day) onChange(day)
        }}
      />
    </label>
  )
}
