// The child with the applicants: since when, until when, and what was seen day by day.
import { Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { useDays } from '../parts/days'
import { Sheet } from '../parts/sheet'
import { scoredOf, type Task } from './read'

export function IntegrationTab({ id, task }: { id: string; task: Task }) {
  const words = useTranslations('assess')
  const { day } = useDays()
  const { integration } = task.assessment
  const log = scoredOf(task)?.log ?? []
  const link = (act: string, word: 'startIntegration' | 'logIntegration' | 'endIntegration' | 'breakOff', look = 'button') => (
    <Link to="/tasks/$id/acts/$act" params={{ id, act }} className={look}>
      {words(word)}
    </Link>
  )
  return (
    <div className="stack">
      <Sheet title={words('livesThere')}>
        <div className="body stack-small">
          <p>
            {!integration && words('notBegun')}
            {integration && !integration.ended_on && words('since', { day: day(integration.started_on) })}
            {integration?.ended_on && words('sinceUntil', { from: day(integration.started_on), to: day(integration.ended_on) })}
          </p>
          <p className="button-row">
            {!integration && link('start_integration', 'startIntegration', 'button primary')}
            {integration && scoredOf(task) && link('log_integration', 'logIntegration', 'button primary')}
            {integration && !integration.ended_on && link('end_integration', 'endIntegration')}
            {integration && !integration.ended_on && link('break_off_integration', 'breakOff', 'button danger')}
          </p>
        </div>
      </Sheet>
      <Sheet title={words('log')}>
        {log.length === 0 ? (
          <p className="empty">{words('noLog')}</p>
        ) : (
          <ul className="rows">
            {[...log].reverse().map((entry, place) => (
              <li key={place}>
                <b>{day(entry.on)}</b>
                <p>{entry.what}</p>
              </li>
            ))}
          </ul>
        )}
      </Sheet>
    </div>
  )
}
