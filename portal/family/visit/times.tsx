// The free times, a day at a time.
import { useId, useState } from 'react'
import { useTranslations } from 'use-intl'
import { showDayWithWeekday } from '../../shared/dates'
import { useLanguage } from '../../shared/words/provider'
import type { Slot } from '../service'

export type Time = Pick<Slot, 'day' | 'from'>

interface Shape {
  slots: Slot[]
  chosen: Time | undefined
  fault: string | undefined
  onChoose: (time: Time) => void
}

export function Times({ slots, chosen, fault, onChoose }: Shape) {
  const words = useTranslations('visit')
  const language = useLanguage()
  const id = useId()
  const days = [...new Set(slots.map((slot) => slot.day))]
  const [day, setDay] = useState(chosen?.day ?? days[0] ?? '')
  const here = slots.filter((slot) => slot.day === day)
  return (
    <>
      <div className="field">
        <label htmlFor={`${id}-day`}>{words('day')}</label>
        <select className="input" id={`${id}-day`} value={day} onChange={(event) => setDay(event.target.value)}>
          {days.map((one) => (
            <option key={one} value={one}>
              {showDayWithWeekday(one, language)}
            </option>
          ))}
        </select>
      </div>
      <fieldset className="radios times">
        <legend>{words('time')}</legend>
        {fault && (
          <p className="fault red" role="alert">
            {fault}
          </p>
        )}
        {here.map((slot) => (
          <label className="radio" key={slot.from}>
            <input
              type="radio"
              name={id}
              checked={chosen?.day === slot.day && chosen.from === slot.from}
              onChange={() => onChoose({ day: slot.day, from: slot.from })}
            />
            <span>{`${clock(slot.from)}—${clock(slot.until)}`}</span>
          </label>
        ))}
      </fieldset>
    </>
  )
}

/** `09:30` as it is said. */
export function clock(time: string): string {
  return time.replace(/^0/, '')
}
