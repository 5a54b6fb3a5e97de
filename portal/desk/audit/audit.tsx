// The access log for the auditor: who read or tried what, newest first. Without contents; reading it is logged, too.
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { service } from '../../shared/api/client'
import { take } from '../../shared/api/problem'
import { useDays } from '../parts/days'
import { useNames } from '../parts/names'
import { PageHead } from '../parts/page'
import { Bars } from '../../shared/parts/bars'
import { Unread } from '../parts/said'

export function Audit() {
  const words = useTranslations('audit')
  const names = useNames()
  const { instant } = useDays()
  const [refused, setRefused] = useState(false)
  const log = useInfiniteQuery({
    queryKey: ['accesses', refused],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => take(service.GET('/v1/accesses', { params: { query: { ...(refused && { refused }), ...(pageParam && { cursor: pageParam }), limit: 100 } } })),
    getNextPageParam: (page) => page.next ?? undefined,
  })
  const lines = log.data?.pages.flatMap((page) => page.accesses)
  return (
    <>
      <PageHead title={words('title')} tab={words('title')} below={words('hint')} />
      <div className="filters">
        <label className="choice">
          <input type="checkbox" checked={refused} onChange={(event) => setRefused(event.target.checked)} />
          <span>{words('refused')}</span>
        </label>
      </div>
      <div className="sheet scroller" role="region" aria-label={words('title')} tabIndex={0}>
        {!lines && (log.isError ? <Unread error={log.error} again={() => void log.refetch()} /> : <Bars rows={8} small />)}
        {lines && lines.length === 0 && <p className="empty">{words('none')}</p>}
        {lines && lines.length > 0 && (
          <table className="small">
            <caption className="unseen">{words('title')}</caption>
            <thead>
              <tr>
                <th scope="col">{words('at')}</th>
                <th scope="col">{words('who')}</th>
                <th scope="col">{words('operation')}</th>
                <th scope="col">{words('outcome')}</th>
              </tr>
            </thead>
            <tbody>
              {lines.map((line) => (
                <tr key={line.id}>
                  <td className="nowrap">{line.at ? instant(line.at) : '—'}</td>
                  <td>
                    {line.name ?? words('family')}
                    <div className="micro">{line.roles.map((role) => names.value('Role', role)).join(words('comma'))}</div>
                  </td>
                  <td>
                    <code>{line.operation}</code>
                    <div className="micro">{line.case_id}</div>
                  </td>
                  <td>
                    {line.outcome}
                    {line.rules.length > 0 && <div className="micro">{line.rules.join(' ')}</div>}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        {log.hasNextPage && (
          <p className="more">
            <button type="button" className="button low" disabled={log.isFetchingNextPage} onClick={() => void log.fetchNextPage()}>
              {words('more')}
            </button>
          </p>
        )}
      </div>
    </>
  )
}
