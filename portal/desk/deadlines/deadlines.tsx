// The deadlines of the office, most urgent first.
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { service } from '../../shared/api/client'
import { take } from '../../shared/api/problem'
import { useMessage } from '../../shared/words/provider'
import { useDays } from '../parts/days'
import { useNames } from '../parts/names'
import { PageHead } from '../parts/page'
import { Reading } from '../parts/reading'
import { useMe } from '../session/state'

const TINTS: Record<string, string> = { overdue: 'bad', due: 'warn', approaching: 'off' }

export function Deadlines() {
  const words = useTranslations('deadlines')
  const names = useNames()
  const message = useMessage()
  const { weekday, until } = useDays()
  const me = useMe()
  const [mine, setMine] = useState(false)
  const deadlines = useQuery({
    queryKey: ['lists', 'deadlines', mine, me?.id],
    queryFn: () => take(service.GET('/v1/deadlines', { params: { query: mine && me ? { person: me.id } : {} } })),
  })
  return (
    <>
      <PageHead title={words('title')} tab={words('title')} />
      <div className="filters">
        <label className="choice">
          <input type="checkbox" checked={mine} onChange={(event) => setMine(event.target.checked)} />
          <span>{words('mine')}</span>
        </label>
      </div>
      <Reading of={deadlines} rows={6}>
        {({ deadlines: lines, warnings }) => (
          <>
            {warnings.map((warning) => (
              <p key={warning.year} className="note amber notice">
                {message(warning.message)}
              </p>
            ))}
            <div className="sheet scroller" role="region" aria-label={words('title')} tabIndex={0}>
              {lines.length === 0 ? (
                <p className="empty">{words('none')}</p>
              ) : (
                <table>
                  <caption className="unseen">{words('title')}</caption>
                  <thead>
                    <tr>
                      <th scope="col">{words('day')}</th>
                      <th scope="col">{words('clock')}</th>
                      <th scope="col">{words('case')}</th>
                      <th scope="col">{words('state')}</th>
                    </tr>
                  </thead>
                  <tbody>
                    {lines.map((line) => {
                      const left = until(line.due_on)
                      return (
                        <tr key={line.case_id + line.kind + line.due_on}>
                          <td className="due">
                            <b>{weekday(line.due_on)}</b>
                            <span>{left !== undefined && (left < 0 ? words('late', { days: -left }) : words('left', { days: left }))}</span>
                          </td>
                          <td>{names.value('DeadlineKind', line.kind)}</td>
                          <td>
                            <Link to="/cases/$id" params={{ id: line.case_id }}>
                              {line.number}
                            </Link>
                          </td>
                          <td>
                            <span className={`state ${TINTS[line.nearness] ?? ''}`}>{names.value('DeadlineNearness', line.nearness)}</span>
                          </td>
                        </tr>
                      )
                    })}
                  </tbody>
                </table>
              )}
            </div>
          </>
        )}
      </Reading>
    </>
  )
}
