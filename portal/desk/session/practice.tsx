// In a practice office one walks in as anybody: a role, and one of its three invented people.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { service, type Schemas } from '../../shared/api/client'
import { take } from '../../shared/api/problem'
import { keep } from '../../shared/api/session'
import { useNames } from '../parts/names'
import { Said } from '../parts/said'
import { useSending } from '../parts/sending'

const ROLES: Schemas['Role'][] = [
  'registrar',
  'leader',
  'assessor',
  'archivist',
  'visitor',
  'institution',
  'agency_manager',
  'donation_clerk',
  'auditor',
  'administrator',
]

/** Whether this office is for practice, as it says of itself in public. */
function usePractice(): boolean {
  const asked = useQuery({
    queryKey: ['practice'],
    queryFn: async () => {
      const answer = await fetch('/v1/public/office')
      const said = (await answer.json().catch(() => undefined)) as { practice: boolean } | undefined
      return answer.ok && said ? said.practice : true
    },
    staleTime: Infinity,
    retry: false,
  })
  return asked.data ?? false
}

export function Practice({ onDone }: { onDone: () => void }) {
  const words = useTranslations('session')
  const names = useNames()
  const [role, setRole] = useState<Schemas['Role']>('registrar')
  const [person, setPerson] = useState(1)
  const { send, sending, error } = useSending()
  if (!usePractice()) return null
  return (
    <section className="practice" aria-labelledby="practice-title">
      <h2 id="practice-title">{words('practice')}</h2>
      <Said error={error} />
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void send(async () => {
            keep(await take(service.POST('/v1/practice/sign-in', { body: { role, person } })))
            onDone()
          })
        }}
      >
        <div className="practice-row">
          <label>
            <span>{words('role')}</span>
            <select className="input" value={role} onChange={(event) => setRole(event.target.value as typeof role)}>
              {ROLES.map((each) => (
                <option key={each} value={each}>
                  {names.value('Role', each)}
                </option>
              ))}
            </select>
          </label>
          <label>
            <span>{words('person')}</span>
            <select className="input" value={person} onChange={(event) => setPerson(Number(event.target.value))}>
              {[1, 2, 3].map((each) => (
                <option key={each} value={each}>
                  {words('personNumber', { number: each })}
                </option>
              ))}
            </select>
          </label>
          <button className="button" disabled={sending}>
            {words('walkIn')}
          </button>
        </div>
      </form>
    </section>
  )
}
