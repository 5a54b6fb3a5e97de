// How many days there are until a last day, and which day that is; red where it has passed, without haste where it was met.
import { useTranslations } from 'use-intl'
import { useDays } from './days'

/** What is nearer than this stands out. */
const NEAR = 7

export function DaysLeft({ day: last, met }: { day: string; met?: boolean }) {
  const words = useTranslations('parts')
  const { day, until } = useDays()
  const left = until(last) ?? 0
  const tint = left < 0 ? 'red' : left < NEAR ? 'amber' : undefined
  return (
    <>
      {!met && <b className={tint}>{left < 0 ? words('late', { days: -left }) : left === 0 ? words('today') : words('left', { days: left })}</b>}
      <span>{words('until', { day: day(last) })}</span>
    </>
  )
}
