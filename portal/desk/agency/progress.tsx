// How far a task is: each step with its shape and a word, done, going on or not begun.
import { useTranslations } from 'use-intl'
import { useDays } from '../parts/days'
import type { Task } from './model'

export function Progress({ task }: { task: Task }) {
  const words = useTranslations('agency')
  const { day } = useDays()
  const { integration_began_on: began, integration_ended_on: ended } = task
  const steps: [string, string][] = [
    task.appointed_on ? ['done', words('appointedOn', { day: day(task.appointed_on) })] : ['warn', words('toAppoint')],
    task.planned ? ['done', words('planned')] : ['off', words('notPlanned')],
    task.work > 0 ? ['going', words('work', { count: task.work })] : ['off', words('noWork')],
    began ? [ended ? 'done' : 'going', ended ? words('integrated', { from: day(began), to: day(ended) }) : words('integrating', { from: day(began) })] : ['off', words('notIntegrating')],
    ...(task.sheets > 0 ? [[task.sheets_sent === task.sheets ? 'done' : task.sheets_sent > 0 ? 'going' : 'off', words('sheets', { sent: task.sheets_sent, all: task.sheets })] as [string, string]] : []),
    task.reported_on ? ['done', words('reportedOn', { day: day(task.reported_on) })] : ['off', words('notReported')],
  ]
  return (
    <ul className="steps-of">
      {steps.map(([shape, text]) => (
        <li key={text} className={`state ${shape}`}>
          {text}
        </li>
      ))}
    </ul>
  )
}
