// A day, typed: `20190304`, `2019-3-4` and `2019年3月4日` are all understood. Beside it stands the day as it was read, with
// its weekday, so that a slip is seen.
import { useTranslations } from 'use-intl'
import { readDay } from '../../../shared/dates'
import { useDays } from '../../parts/days'
import { useForm } from './context'
import { Labelled, type FieldProps } from './labelled'
import { useTyped } from './typed'

export function DayField(props: FieldProps) {
  const words = useTranslations('form')
  const form = useForm()
  const { day, weekday } = useDays()
  const input = form.input(props.pointer)
  const { typed, type } = useTyped(props.pointer, readDay)
  const read = readDay(typed)
  return (
    <Labelled {...props} hint={input?.from && input.until ? words('dayBetween', { from: day(input.from), until: day(input.until) }) : words('dayHint')}>
      {(given) => (
        <div className="day">
          <input className="input short" {...given} value={typed} inputMode="numeric" autoComplete="off" onChange={(event) => type(event.target.value)} />
          {read && <span className="quiet small">{weekday(read)}</span>}
        </div>
      )}
    </Labelled>
  )
}
