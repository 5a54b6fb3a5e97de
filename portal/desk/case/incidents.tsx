// The circumstances reported in a case: what, whom it concerns, since when it is known, and whether it was settled.
import { Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { useDays } from '../parts/days'
import { useNames } from '../parts/names'
import { Sheet } from '../parts/sheet'
import type { WholeCase } from './read'

type Incident = WholeCase['incidents'][number]

export function CaseIncidents({ id, incidents }: { id: string; incidents: Incident[] }) {
  const words = useTranslations('incidents')
  const names = useNames()
  const { day } = useDays()
  if (incidents.length === 0) return null
  const concerned = (incident: Incident) => (incident.concerns ?? []).map((one) => (one.who === 'applicant' ? names.value('Party', one.party) : `${one.name} ${one.relation}`)).join(words('comma'))
  return (
    <Sheet title={words('inCase')}>
      <ul className="body plain-list">
        {incidents.map((incident) => (
          <li key={incident.number} className={incident.closed_on ? 'note' : 'note red'}>
            <p className="strong">
              {words('number', { number: incident.number })} {names.value('IncidentGround', incident.ground)}
            </p>
            <p>{incident.description}</p>
            <p className="small quiet">{[concerned(incident), words('knownOn', { day: day(incident.known_on) }), incident.closed_on && words('closedOn', { day: day(incident.closed_on) })].filter(Boolean).join(' · ')}</p>
            {!incident.closed_on && (
              <Link to="/cases/$id/acts/$act" params={{ id, act: 'close_incident' }} search={{ number: incident.number }} className="cure">
                {words('close')}
              </Link>
            )}
          </li>
        ))}
      </ul>
    </Sheet>
  )
}
