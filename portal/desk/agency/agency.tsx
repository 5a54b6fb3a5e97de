// The manager of a body that assesses: how far each of its tasks is, whose it is, and how many days are left. Days and counts,
// and nothing of what is in a case, as the service tells it.
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { service } from '../../shared/api/client'
import { take } from '../../shared/api/problem'
import { DaysLeft } from '../parts/days-left'
import { PageHead } from '../parts/page'
import { Reading } from '../parts/reading'
import { TableSheet } from '../parts/table'
import { Hands } from './hands'
import { byDay, type Task } from './model'
import { Progress } from './progress'

export function AgencyTasks() {
  const words = useTranslations('agency')
  const tasks = useQuery({ queryKey: ['lists', 'assessment-tasks'], queryFn: () => take(service.GET('/v1/assessment-tasks')) })
  return (
    <>
      <PageHead title={words('title')} tab={words('title')} below={words('hint')} />
      <Reading of={tasks}>
        {(all) => (
          <div className="stack">
            <TableSheet title={words('title')} heads={[words('due'), words('number'), words('assessors'), words('progress')]} empty={all.length === 0 ? words('none') : undefined}>
              {[...all].sort(byDay).map((task) => (
                <TaskRow key={task.number} task={task} />
              ))}
            </TableSheet>
            {all.length > 0 && <Hands tasks={all} />}
          </div>
        )}
      </Reading>
    </>
  )
}

function TaskRow({ task }: { task: Task }) {
  const words = useTranslations('agency')
  return (
    <tr>
      <td className="due">{task.due_on ? <DaysLeft day={task.due_on} met={Boolean(task.reported_on)} /> : <span>{words('noDue')}</span>}</td>
      <td className="nowrap medium">{task.number}</td>
      <td>{task.assessors.join(words('comma'))}</td>
      <td>
        <Progress task={task} />
      </td>
    </tr>
  )
}
