// Who read or did what in one case, for the leader and the auditor; the case itself is not opened by it.
import { useInfiniteQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { service } from '../../shared/api/client'
import { take } from '../../shared/api/problem'
import { PageHead } from '../parts/page'
import { AccessLog } from './access-log'

export function CaseAccess() {
  const words = useTranslations('audit')
  const { id } = useParams({ from: '/audit/cases/$id' })
  const log = useInfiniteQuery({
    queryKey: ['accesses', 'case', id],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => take(service.GET('/v1/cases/{case}/access', { params: { path: { case: id }, query: { ...(pageParam && { cursor: pageParam }), limit: 100 } } })),
    getNextPageParam: (page) => page.next ?? undefined,
  })
  return (
    <>
      <PageHead title={words('ofCase')} tab={words('ofCase')} below={words('hint')} />
      <AccessLog log={log} />
    </>
  )
}
