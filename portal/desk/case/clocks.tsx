// The clocks of a case, each with its working: a date without its arithmetic is a rumour.
import { useTranslations } from 'use-intl'
import { daysBetween } from '../../shared/dates'
import type { Schemas } from '../../shared/api/client'
import { useMessage } from '../../shared/words/provider'
import { useDays } from '../parts/days'
import { useNames } from '../parts/names'
import { Sheet } from '../parts/sheet'

type Clock = Schemas['Deadline']

/** A working is open by itself when fewer days than these are left. */
const NEAR = 7

export function Clocks({ clocks }: { clocks: Clock[] }) {
  const words = useTranslations('case')
  const met = clocks.filter((clock) => clock.state === 'met')
  const row = (clock: Clock) => <ClockRow key={clock.kind + clock.number} clock={clock} />
  return (
    <Sheet title={words('clocks')}>
      {clocks.length === 0 && <p className="empty small">{words('noClocks')}</p>}
      {clocks.filter((clock) => clock.state !== 'met').map(row)}
      {clocks.length > 0 && (
        <details className="met">
          <summary>{words('metClocks', { count: met.length })}</summary>
          {met.map(row)}
        </details>
      )}
    </Sheet>
  )
}

function ClockRow({ clock }: { clock: Clock }) {
  const words = useTranslations('case')
  const names = useNames()
  const message = useMessage()
  const { day, until, today } = useDays()
  const left = clock.due_on ? until(clock.due_on) : undefined
  const gone = today ? daysBetween(clock.started_on, today) : undefined
  const whole = clock.due_on ? daysBetween(clock.started_on, clock.due_on) : undefined
  const still = clock.state === 'stands_still'
  return (
    <div className="clock">
      <div className="clock-head">
        <b>
          {names.value('DeadlineKind', clock.kind)}
          {clock.number > 0 && ` ${clock.number}`}
        </b>
        <span className={left !== undefined && left < 0 && clock.state === 'running' ? 'clock-day red' : 'clock-day'}>
          {clock.met_on ? words('metOn', { day: day(clock.met_on) }) : still ? words('still') : clock.due_on && words('endsOn', { day: day(clock.due_on) })}
        </span>
      </div>
      {clock.state !== 'met' && <Bar still={still} share={gone !== undefined && whole ? Math.min(1, Math.max(0, gone / whole)) : 0} />}
      {still && clock.remaining !== null && <p className="small quiet">{words('remaining', { days: clock.remaining ?? 0 })}</p>}
      {clock.state === 'running' && left !== undefined && (
        <p className="small quiet">{left >= 0 ? words('clockLine', { from: day(clock.started_on), left }) : words('clockLate', { late: -left })}</p>
      )}
      <details open={clock.state === 'running' && left !== undefined && left < NEAR}>
        <summary>{words('working')}</summary>
        <ul className="working">
          {clock.working.map((line) => (
            <li key={line.zh}>{message(line)}</li>
          ))}
        </ul>
      </details>
    </div>
  )
}

function Bar({ still, share }: { still: boolean; share: number }) {
  return (
    <svg className={still ? 'bar still' : 'bar'} viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
      <rect className="bar-whole" width="100" height="6" />
      {!still && <rect className="bar-gone" width={100 * share} height="6" />}
    </svg>
  )
}
