// How many holds were made in a month and what came of them, without names: for the report of the office.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { service } from '../../shared/api/client'
import { take } from '../../shared/api/problem'
import { useDays } from '../parts/days'
import { useNames } from '../parts/names'
import { Reading } from '../parts/reading'
import { TableSheet } from '../parts/table'

/** How many months can be looked back on. */
const MONTHS = 24

export function HoldMonth() {
  const words = useTranslations('donations')
  const names = useNames()
  const { today } = useDays()
  const months = monthsBefore(today ?? new Date().toISOString().slice(0, 10))
  const [month, setMonth] = useState(months[0] ?? '')
  const report = useQuery({ queryKey: ['lists', 'hold-report', month], queryFn: () => take(service.GET('/v1/donation-holds/report', { params: { query: { month } } })) })
  const title = words('month.title')
  return (
    <section className="stack tight">
      <div className="sub-head">
        <h2>{title}</h2>
        <select className="input short" aria-label={words('month.of')} value={month} onChange={(event) => setMonth(event.target.value)}>
          {months.map((each) => (
            <option key={each} value={each}>
              {words('month.name', { year: each.slice(0, 4), month: Number(each.slice(5)) })}
            </option>
          ))}
        </select>
      </div>
      <Reading of={report}>
        {({ holds }) => (
          <TableSheet title={title} heads={[words('month.waits'), words('month.found'), words('state'), words('month.count')]} empty={holds.length === 0 ? words('month.none') : undefined} numbersFrom={3} small>
            {holds.map((line) => (
              <tr key={line.direction + line.state + line.matched}>
                <td>{words(`waits.${line.direction as 'case'}`)}</td>
                <td>{line.matched ? words('month.matched') : words('noCase')}</td>
                <td>{names.value('HoldState', line.state)}</td>
                <td className="number">{line.count}</td>
              </tr>
            ))}
          </TableSheet>
        )}
      </Reading>
    </section>
  )
}

/** The month of a day and those before it, the newest first. */
function monthsBefore(day: string): string[] {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))]
  return Array.from({ length: MONTHS }, (_, back) => {
    const count = year * 12 + month - 1 - back
    return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`
  })
}
