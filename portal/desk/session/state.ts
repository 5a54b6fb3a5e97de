// Whether somebody is signed in, as the pages see it.
import { useQuery } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import { renew, service, type Schemas } from '../../shared/api/client'
import { take } from '../../shared/api/problem'
import { accessToken, renewalToken, watch } from '../../shared/api/session'

export type Me = Schemas['Me']

/** `starting` while an earlier session of this tab is taken up again. */
export type Standing = 'starting' | 'out' | 'in'

let starting = renewalToken() !== null
if (starting) {
  void renew().finally(() => {
    starting = false
    for (const watcher of watchers) watcher()
  })
}
const watchers = new Set<() => void>()

export function useStanding(): Standing {
  return useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher)
      const stop = watch(watcher)
      return () => {
        stop()
        watchers.delete(watcher)
      }
    },
    () => (starting ? 'starting' : accessToken() ? 'in' : 'out'),
  )
}

export const ME = {
  queryKey: ['me'],
  queryFn: () => take(service.GET('/v1/me')),
  staleTime: Infinity,
}

export function useMe(): Me | undefined {
  return useQuery({ ...ME, enabled: useStanding() === 'in' }).data
}

/** The office, its legal day, and whether it is for practice. Not everybody may read it. */
export function useOffice(): Schemas['OfficeAnswer'] | undefined {
  return useQuery({
    queryKey: ['office'],
    queryFn: () => take(service.GET('/v1/office')),
    enabled: useStanding() === 'in',
    retry: false,
  }).data
}
