// One assessment: whose, how far it is, and its parts as one works through them.
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { useNotice } from '../parts/notice'
import { NotFound } from '../parts/not-found'
import { PageHead } from '../parts/page'
import { Reading } from '../parts/reading'
import { IntegrationTab } from './integration'
import { Plan } from './plan'
import { scoredOf, taskActsQuery, useTask, type Task } from './read'
import { Report } from './report'
import { SetMark } from './set-mark'
import { Visits } from './visits'
import { WaitingOf } from './waiting'
import './assess.css'

const TABS = ['plan', 'visits', 'integration', 'report'] as const

export function TaskPage() {
  const { id = '', tab } = useParams({ strict: false })
  const read = useTask(id)
  // Their forms open without a line, too, once the task was looked at.
  useQuery(taskActsQuery(id))
  const shown = TABS.find((each) => each === tab) ?? 'plan'
  return (
    <Reading of={read} page>
      {(task) => (task ? <Opened id={id} task={task} tab={shown} /> : <NotFound />)}
    </Reading>
  )
}

function Opened({ id, task, tab }: { id: string; task: Task; tab: (typeof TABS)[number] }) {
  const words = useTranslations('assess')
  const frame = useTranslations('frame')
  const notice = useNotice(id)
  const scored = scoredOf(task)
  return (
    <>
      <PageHead
        tab={words('tab')}
        above={
          <>
            <Link to="/tasks">{words('tasks')}</Link> › {task.number}
          </>
        }
        title={task.adopters.map(({ name }) => name).join(frame('comma'))}
        below={words('about', { child: task.child.name })}
      >
        <Link to="/tasks/$id/acts/$act" params={{ id, act: 'report_incident' }} className="button danger">
          {words('reportIncident')}
        </Link>
        <Link to="/tasks/$id/acts/$act" params={{ id, act: 'declare_conflict' }} className="button">
          {words('declareTie')}
        </Link>
      </PageHead>
      {notice && (
        <p className="note green notice" role="status">
          {notice}
        </p>
      )}
      {scored && <SetMark set={scored.set} />}
      <nav className="tabs" aria-label={words('contents')}>
        {TABS.map((each) => (
          <Link key={each} to="/tasks/$id/$tab" params={{ id, tab: each }} className={each === tab ? 'on' : undefined} aria-current={each === tab ? 'page' : undefined}>
            {words(`tabs.${each}`)}
          </Link>
        ))}
      </nav>
      {tab === 'plan' && <Plan id={id} task={task} />}
      {tab === 'visits' && <WaitingOf id={id} />}
      {tab === 'visits' && <Visits id={id} task={task} />}
      {tab === 'integration' && <WaitingOf id={id} />}
      {tab === 'integration' && <IntegrationTab id={id} task={task} />}
      {tab === 'report' && <Report id={id} task={task} />}
    </>
  )
}
