// What waits today, in the service's groups of urgency and in its order.
import { queryOptions } from '@tanstack/react-query'
import { service, type Schemas } from '../../shared/api/client'
import { take } from '../../shared/api/problem'

export type WorkGroup = Schemas['WorkGroupAnswer']
export type WorkRow = Schemas['WorkRow']
export type GroupName = Schemas['WorkGroup']

export const worklistQuery = queryOptions({
  queryKey: ['lists', 'worklist'],
  queryFn: () => take(service.GET('/v1/worklist', { params: { query: {} } })),
})

/** One group alone: what others do is told only to who asks for it. */
export const groupQuery = (group: GroupName) =>
  queryOptions({
    queryKey: ['lists', 'worklist', group],
    queryFn: async () => (await take(service.GET('/v1/worklist', { params: { query: { group, limit: 200 } } }))).groups[0],
  })

/** Exact, or the most that was counted and a plus. */
export function countOf({ count, more }: WorkGroup): string {
  return more ? `${count}+` : String(count)
}
