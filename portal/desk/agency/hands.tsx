// Who of the body has how much: the tasks in each one's hands that are not reported, and which of them ends first.
import { useTranslations } from 'use-intl'
import { DaysLeft } from '../parts/days-left'
import { TableSheet } from '../parts/table'
import { byDay, type Task } from './model'

export function Hands({ tasks }: { tasks: Task[] }) {
  const words = useTranslations('agency')
  const names = [...new Set(tasks.flatMap(({ assessors }) => assessors))]
  const inHand = (name: string) => tasks.filter((task) => !task.reported_on && task.assessors.includes(name)).sort(byDay)
  const hands = names.map((name) => ({ name, own: inHand(name) })).sort((one, other) => other.own.length - one.own.length)
  return (
    <section className="stack tight">
      <h2>{words('hands')}</h2>
      <TableSheet title={words('hands')} heads={[words('assessor'), words('inHand'), words('nearest')]}>
        {hands.map(({ name, own }) => (
          <tr key={name}>
            <td>{name}</td>
            <td>{words('count', { count: own.length })}</td>
            <td className="due">{own[0]?.due_on ? <DaysLeft day={own[0].due_on} /> : '—'}</td>
          </tr>
        ))}
      </TableSheet>
    </section>
  )
}
