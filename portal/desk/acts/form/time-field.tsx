// A time of day, typed: `9:30`, `09:30`, `0930`, also in full width. The service is sent `09:30:00`.
import { readTime, showTime } from '../../../shared/dates'
import { Labelled, type FieldProps } from './labelled'
import { useTyped } from './typed'

export function TimeField(props: FieldProps) {
  const { typed, type } = useTyped(props.pointer, readTime, showTime)
  return (
    <Labelled {...props}>
      {(given) => <input className="input short" {...given} value={typed} inputMode="numeric" autoComplete="off" placeholder="9:30" onChange={(event) => type(event.target.value)} />}
    </Labelled>
  )
}
