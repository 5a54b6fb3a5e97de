// Pages of the access log, of all or of one case.
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import type { Schemas } from '../../shared/api/client'
import { Bars } from '../../shared/parts/bars'
import { Unread } from '../parts/said'
import { AccessTable } from './access-table'

export function AccessLog({ log }: { log: UseInfiniteQueryResult<InfiniteData<Schemas['AccessPage']>> }) {
  const words = useTranslations('audit')
  const lines = log.data?.pages.flatMap((page) => page.accesses)
  return (
    <div className="sheet scroller" role="region" aria-label={words('title')} tabIndex={0}>
      {!lines && (log.isError ? <Unread error={log.error} again={() => void log.refetch()} /> : <Bars rows={8} small />)}
      {lines && (lines.length === 0 ? <p className="empty">{words('none')}</p> : <AccessTable lines={lines} />)}
      {log.hasNextPage && (
        <p className="more">
          <button type="button" className="button low" disabled={log.isFetchingNextPage} onClick={() => void log.fetchNextPage()}>
            {words('more')}
          </button>
        </p>
      )}
    </div>
  )
}
