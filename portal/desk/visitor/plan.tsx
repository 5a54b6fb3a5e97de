// The visits of one case: when each is due, and what was seen at those that were made.
import { useTranslations } from 'use-intl'
import type { Schemas } from '../../shared/api/client'
import { useDays } from '../parts/days'
import { useNames } from '../parts/names'
import { Sheet } from '../parts/sheet'

const SHAPES = { green: 'done', yellow: 'warn', red: 'bad' } as const

export function Plan({ visits }: { visits: Schemas['FollowUpVisit'][] }) {
  const words = useTranslations('visits')
  const names = useNames()
  const { day } = useDays()
  if (visits.length === 0) return null
  return (
    <Sheet title={words('plan')}>
      <ol className="body plain-list">
        {visits.map(({ number, due_on, made }) => (
          <li key={number}>
            <b>{words('number', { number })}</b>{' '}
            {made ? (
              <>
                {day(made.on)} <span className={`state ${SHAPES[made.concern]}`}>{names.value('Concern', made.concern)}</span>
                <p className="small">{made.findings}</p>
                <p className="micro">{made.visitors.join(words('comma'))}</p>
              </>
            ) : (
              <span className="quiet">{words('dueOn', { day: day(due_on) })}</span>
            )}
          </li>
        ))}
      </ol>
    </Sheet>
  )
}
