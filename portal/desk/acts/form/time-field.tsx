// A time of day, typed: `9:30`, `09:30`, `0930`, also in full width. The service is sent `09:30:00`.
import { useState } from 'react'
import { readTime, showTime } from '../../../shared/dates'
import { useForm } from './context'
import { Labelled, type FieldProps } from './labelled'
import { pick } from './values'

export function TimeField(props: FieldProps) {
  const form = useForm()
  const value = String(pick(form.values, props.pointer) ?? '')
  const [kept, setTyped] = useState(showTime(value))
  // What was typed stays as it was typed; a time that came from elsewhere is shown as it came.
  const typed = readTime(kept) === value || kept === value ? kept : showTime(value)
  return (
    <Labelled {...props}>
      {(given) => (
        <input
          className="input short"
          {...given}
          value={typed}
          inputMode="numeric"
          autoComplete="off"
          placeholder="9:30"
          onChange={(event) => {
            setTyped(event.target.value)
            form.set(props.pointer, readTime(event.target.value) ?? event.target.value)
          }}
        />
      )}
    </Labelled>
  )
}
