// What is typed, and what is ticked.
import { readDay } from '../../../shared/dates'
import { useForm, type FormState } from './context'
import { idOf } from './faults'
import { Labelled, type FieldProps } from './labelled'
import { pick } from './values'

/** A text of so many characters takes more than a line. */
const PAGE = 1000

/** Where the service does not tell how long a text may be: what takes more than a line, and what needs no whole line. */
const LONG = new Set(['reason', 'opinion', 'findings', 'description', 'explanation', 'remarks', 'said', 'response', 'answer', 'outcome', 'finding', 'features', 'statement_of_no_interest', 'text'])
const SHORT = new Set(['name', 'resident_id', 'telephone', 'number', 'credit_code'])

export function TextField(props: FieldProps & { kind: 'text' | 'whole' }) {
  const form = useForm()
  const value = pick(form.values, props.pointer)
  const text = value === undefined || value === null ? '' : String(value)
  const set = (typed: string) => {
    form.set(props.pointer, props.kind === 'whole' && /^\d+$/.test(typed.normalize('NFKC').trim()) ? Number(typed.normalize('NFKC')) : typed)
    if (props.property === 'resident_id') fillFromNumber(form, props.pointer, typed)
  }
  const most = form.input(props.pointer)?.most
  const long = props.kind === 'text' && typeof most === 'number' ? most >= PAGE : LONG.has(props.property)
  return (
    <Labelled {...props}>
      {(given) =>
        long ? (
          <textarea className="input" {...given} value={text} onChange={(event) => set(event.target.value)} rows={4} />
        ) : (
          <input
            className={props.kind === 'text' && !SHORT.has(props.property) ? 'input' : 'input short'}
            {...given}
            value={text}
            autoComplete="off"
            inputMode={props.kind === 'whole' ? 'numeric' : undefined}
            onChange={(event) => set(event.target.value)}
          />
        )
      }
    </Labelled>
  )
}

export function YesField(props: FieldProps) {
  const form = useForm()
  return (
    <div className="field">
      <label className="choice">
        <input
          type="checkbox"
          id={idOf(props.pointer)}
          checked={pick(form.values, props.pointer) === true}
          onChange={(event) => form.set(props.pointer, event.target.checked)}
        />
        <span>{props.label}</span>
      </label>
    </div>
  )
}

/** The number of identity has the day of birth and the sex in it: nobody types them twice. What is there stays. */
function fillFromNumber(form: FormState, pointer: string, typed: string): void {
  const parts = /^\d{6}(\d{4})(\d{2})(\d{2})\d{2}(\d)[\dX]$/i.exec(typed.normalize('NFKC').trim())
  if (!parts) return
  const owner = pointer.slice(0, pointer.lastIndexOf('/'))
  const members = (pick(form.values, owner) ?? {}) as Record<string, unknown>
  const day = readDay(`${parts[1]}-${parts[2]}-${parts[3]}`)
  if ('birth_date' in members && !members['birth_date'] && day) form.set(`${owner}/birth_date`, day)
  if ('sex' in members && !members['sex']) form.set(`${owner}/sex`, Number(parts[4]) % 2 === 1 ? 'male' : 'female')
}
