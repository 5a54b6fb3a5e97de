// An assessor's first page: the cases one is appointed in, the nearest end first.
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import type { Schemas } from '../../shared/api/client'
import { useDays } from '../parts/days'
import { useNames } from '../parts/names'
import { PageHead } from '../parts/page'
import { Reading } from '../parts/reading'
import { tasksQuery } from './read'
import './assess.css'

type Line = Schemas['LedgerLine']

export function Tasks() {
  const words = useTranslations('assess')
  const tasks = useQuery(tasksQuery)
  return (
    <>
      <PageHead title={words('tasks')} tab={words('tasks')} below={words('tasksHint')} />
      <Reading of={tasks}>
        {(lines) =>
          lines.length === 0 ? (
            <p className="sheet empty">{words('noTasks')}</p>
          ) : (
            <ul className="sheet task-list">
              {[...lines].sort(byEnd).map((line) => (
                <TaskLine key={line.case_id} line={line} />
              ))}
            </ul>
          )
        }
      </Reading>
    </>
  )
}

function byEnd(one: Line, other: Line): number {
  return (one.next_deadline?.due_on ?? '9').localeCompare(other.next_deadline?.due_on ?? '9')
}

function TaskLine({ line }: { line: Line }) {
  const words = useTranslations('assess')
  const names = useNames()
  const { day, until } = useDays()
  const end = line.next_deadline
  const left = end ? until(end.due_on) : undefined
  return (
    <li>
      <div className="task-who">
        <Link to="/tasks/$id" params={{ id: line.case_id }} className="case-name">
          {line.adopters.join(' ')}
        </Link>
        <p className="micro">
          {line.number} · {names.value('Stage', line.stage)}
        </p>
      </div>
      {end && (
        <p className="task-end">
          <b className={left !== undefined && left < 0 ? 'red' : left !== undefined && left <= 7 ? 'amber' : undefined}>
            {left === undefined ? '' : left < 0 ? words('late', { days: -left }) : words('left', { days: left })}
          </b>
          <span className="small quiet">
            {names.value('DeadlineKind', end.kind)} {words('until', { day: day(end.due_on) })}
          </span>
        </p>
      )}
      <Link to="/tasks/$id" params={{ id: line.case_id }} className="button">
        {words('open')}
      </Link>
    </li>
  )
}
