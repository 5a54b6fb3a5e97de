// One case of the worklist: its clock, whose it is, what is next and why, whom it waits for, and the way to the next act.
import { Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { useMessage } from '../../shared/words/provider'
import type { Role } from '../frame/menu'
import { CaseName } from '../ledger/line'
import { useDays } from '../parts/days'
import { useNames } from '../parts/names'
import { useMe } from '../session/state'
import type { WorkRow } from './worklist'

/** Whom alone a case that waits for them lets go on; everybody else looks. */
const DONE_BY: Partial<Record<WorkRow['waits_for'], Role>> = { leader: 'leader', assessor: 'assessor' }

export function WorkLine({ row, chosen, soonUntil }: { row: WorkRow; chosen: boolean; soonUntil: string }) {
  const words = useTranslations('today')
  const names = useNames()
  const message = useMessage()
  const { day } = useDays()
  const me = useMe()
  const { next, case: line } = row
  const role = DONE_BY[row.waits_for]
  const forMe = !role || (me?.roles.includes(role) ?? false)
  return (
    <tr className={chosen ? 'on' : undefined} aria-selected={chosen || undefined}>
      <td className="due">
        <Due clock={row.clock} soonUntil={soonUntil} />
      </td>
      <td>
        <CaseName line={line} />
        <div className="micro">{line.procedure === 'formation' ? names.value('ChildKind', line.kind) : names.value('Procedure', line.procedure)}</div>
      </td>
      <td>
        <b className="medium as-title">{next.title ? message(next.title) : names.value('Stage', line.stage)}</b>
        <div className="small quiet">
          {message(next.why)}
          {next.ready_on && ` ${words('readyOn', { day: day(next.ready_on) })}`}
        </div>
      </td>
      <td className="small nowrap">{row.waits_for === 'us' ? (row.is_mine ? words('me') : line.officer) : names.value('WaitsFor', row.waits_for)}</td>
      <td className="right">
        {next.act && next.title && forMe ? (
          <Link to="/cases/$id/acts/$act" params={{ id: line.case_id, act: next.act }} className={chosen ? 'button low primary' : 'button low'}>
            <span className="as-title">{message(next.title)}</span>
          </Link>
        ) : (
          <Link to="/cases/$id" params={{ id: line.case_id }} className={chosen ? 'button low primary' : 'button low'}>
            {words('look')}
          </Link>
        )}
      </td>
    </tr>
  )
}

/** `soonUntil` is the last day the service calls near. */
export function Due({ clock, soonUntil }: { clock: WorkRow['clock']; soonUntil: string }) {
  const words = useTranslations('today')
  const message = useMessage()
  const { day } = useDays()
  if (!clock) {
    return (
      <>
        <b>—</b>
        <span>{words('noClock')}</span>
      </>
    )
  }
  const left = clock.days_left
  return (
    <>
      <b className={left < 0 ? 'red' : clock.due_on <= soonUntil ? 'amber' : undefined}>{left < 0 ? words('late', { days: -left }) : left === 0 ? words('dueToday') : words('left', { days: left })}</b>
      <span>
        {message(clock.title)} {words('until', { day: day(clock.due_on) })}
      </span>
    </>
  )
}
