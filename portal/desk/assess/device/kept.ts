// Reading with a copy on this device behind it: the service first, and the newest copy where nobody answers. What a page
// shows from a copy says of when it is.
import { useSyncExternalStore } from 'react'
import { NoAnswerError } from '../../../shared/api/problem'
import type { Vault } from './vault'

/** How long a copy of what was read may lie here, and how long what was written and not delivered. */
export const COPY_HOURS = 24
export const DRAFT_HOURS = 7 * 24

interface Copy {
  at: string
  data: unknown
}

let vault: Vault | undefined
const copies = new Map<string, string>()
const watchers = new Set<() => void>()

export function keepIn(opened: Vault | undefined): void {
  vault = opened
  copies.clear()
}

/** Puts a copy away. A device that is full loses the copy, and the page says that it cannot be relied on. */
export async function keepCopy(name: string, data: unknown): Promise<void> {
  await vault?.keep(name, { at: new Date().toISOString(), data } satisfies Copy, COPY_HOURS)
}

export async function askOrKept<Data>(name: string, ask: () => Promise<Data>): Promise<Data> {
  try {
    const data = await ask()
    await keepCopy(name, data)
    from(name, undefined)
    return data
  } catch (said) {
    const copy = said instanceof NoAnswerError ? ((await vault?.read(name)) as Copy | undefined) : undefined
    if (!copy) throw said
    from(name, copy.at)
    return copy.data as Data
  }
}

function from(name: string, at: string | undefined): void {
  if (at === undefined) copies.delete(name)
  else copies.set(name, at)
  for (const watcher of watchers) watcher()
}

/** When the copy was made that a page shows; nothing where the service itself answered. */
export function useCopyOf(name: string): string | undefined {
  return useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher)
      return () => watchers.delete(watcher)
    },
    () => copies.get(name),
  )
}
