// Whether somebody is signed in, as the pages see it.
import { useQuery } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import { renew, service, type Schemas } from '../../shared/api/client'
import { take } from '../../shared/api/problem'
import { accessToken, renewalToken, watch } from '../../shared/api/session'
import { OWNER } from './owner'

export type Me = Schemas['Me']

/** `starting` while an earlier session of this tab is taken up again; `away` where nobody could be asked about it. */
export type Standing = 'starting' | 'out' | 'in' | 'away'

const watchers = new Set<() => void>()
let starting = renewalToken() !== null
let away = false
if (starting) takeUpAgain()

function takeUpAgain(): void {
  void renew()
    .then(() => (away = false))
    .catch(() => (away = true))
    .finally(() => {
      starting = false
      for (const watcher of watchers) watcher()
    })
}
window.addEventListener('online', () => {
  if (away) takeUpAgain()
})

function standing(): Standing {
  if (starting) return 'starting'
  if (accessToken()) return 'in'
  return away && renewalToken() ? 'away' : 'out'
}

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
    standing,
  )
}

export const ME = {
  queryKey: ['me'],
  queryFn: async () => {
    const me = await take(service.GET('/v1/me'))
    sessionStorage.setItem(OWNER, me.id)
    return me
  },
  staleTime: Infinity,
}

export function useMe(): Me | undefined {
  return useQuery({ ...ME, enabled: useStanding() === 'in' }).data
}

export const OFFICE_KEY = ['office']

/** Not for the whole session: at midnight its legal day is another. */
const OFFICE_FRESH = 300_000

function useOfficeQuery() {
  return useQuery({
    queryKey: OFFICE_KEY,
    queryFn: () => take(service.GET('/v1/office')),
    enabled: useStanding() === 'in',
    staleTime: OFFICE_FRESH,
    retry: false,
  })
}

/** The office, its legal day, and whether it is for practice. Not everybody may read it. */
export function useOffice(): Schemas['OfficeAnswer'] | undefined {
  return useOfficeQuery().data
}

/** Whether the office was read, or will not be: how a day is written depends on it, so that nothing is drawn before. */
export function useOfficeAsked(): boolean {
  return !useOfficeQuery().isLoading
}
