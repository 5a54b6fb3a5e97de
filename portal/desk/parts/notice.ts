// What was just done, said at the place where one arrives. Kept until the next act; nothing that must be read is in a
// message that goes away by itself.
import { useSyncExternalStore } from 'react'

let said: { of: string; text: string } | undefined
const watchers = new Set<() => void>()

/** Says it on the page of this case. */
export function say(of: string, text: string): void {
  said = { of, text }
  for (const watcher of watchers) watcher()
}

export function useNotice(of: string): string | undefined {
  return useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher)
      return () => watchers.delete(watcher)
    },
    () => (said?.of === of ? said.text : undefined),
  )
}
