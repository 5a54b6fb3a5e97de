// The access log for the auditor: who read or tried what, newest first. Without contents; reading it is logged, too.
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { service } from '../../shared/api/client'
import { take } from '../../shared/api/problem'
import { PageHead } from '../parts/page'
import { AccessLog } from './access-log'

export function Audit() {
  const words = useTranslations('audit')
  const [refused, setRefused] = useState(false)
  const log = useInfiniteQuery({
    queryKey: ['accesses', refused],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => take(service.GET('/v1/accesses', { params: { query: { ...(refused && { refused }), ...(pageParam && { cursor: pageParam }), limit: 100 } } })),
    getNextPageParam: (page) => page.next ?? undefined,
  })
  return (
    <>
      <PageHead title={words('title')} tab={words('title')} below={words('hint')} />
      <div className="filters">
        <label className="choice">
          <input type="checkbox" checked={refused} onChange={(event) => setRefused(event.target.checked)} />
          <span>{words('refused')}</span>
        </label>
      </div>
      <AccessLog log={log} />
    </>
  )
}
