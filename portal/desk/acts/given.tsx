// What a form says, to look it over before it is sent: every name, number and day in large type.
import { createContext, useContext } from 'react'
import { showTime } from '../../shared/dates'
import { useDays } from '../parts/days'
import { useNames } from '../parts/names'
import { resolve, type Field, type Type } from './form/model'

/** What identifiers among the values stand for, in words. */
export const Titles = createContext<Record<string, string>>({})

export function Given({ type, value }: { type: Type; value: unknown }) {
  const { type: real, name } = resolve(type)
  if (real.t !== 'object') return null
  return <Members fields={real.fields} owner={name} value={value as Record<string, unknown>} />
}

function Members({ fields, owner, value }: { fields: Field[]; owner: string | undefined; value: Record<string, unknown> }) {
  const names = useNames()
  return (
    <dl className="given">
      {fields
        .filter(({ p }) => value[p] !== undefined)
        .map(({ p, of }) => (
          <div key={p}>
            <dt>{names.field(owner, p)}</dt>
            <dd>
              <Value type={of} value={value[p]} />
            </dd>
          </div>
        ))}
    </dl>
  )
}

/** The value of one field, in words. */
export function Value({ type, value }: { type: Type; value: unknown }) {
  const names = useNames()
  const titles = useContext(Titles)
  const { day } = useDays()
  const { type: real, name } = resolve(type)
  if (Array.isArray(value) && real.t === 'list') {
    return value.map((each, place) => <Value key={place} type={real.of} value={each} />)
  }
  if (real.t === 'union' && typeof value === 'object' && value !== null) {
    const members = value as Record<string, unknown>
    const chosen = real.of.find((each) => each.value === members[real.tag])
    return (
      <>
        <p>{names.value(name ?? '', String(members[real.tag]))}</p>
        {chosen && <Members fields={chosen.fields} owner={name} value={members} />}
      </>
    )
  }
  if (real.t === 'object') return <Members fields={real.fields} owner={name} value={value as Record<string, unknown>} />
  const text = real.t === 'enum' ? names.value(name ?? '', String(value)) : real.t === 'day' ? day(String(value)) : real.t === 'time' ? showTime(String(value)) : real.t === 'yes' ? (value ? '✓' : '—') : String(value)
  return <p>{titles[text] ?? text}</p>
}
