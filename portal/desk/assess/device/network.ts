// Whether the device believes that it has a line.
import { useSyncExternalStore } from 'react'

function watchNetwork(watcher: () => void): () => void {
  window.addEventListener('online', watcher)
  window.addEventListener('offline', watcher)
  return () => {
    window.removeEventListener('online', watcher)
    window.removeEventListener('offline', watcher)
  }
}

export function useOnline(): boolean {
  return useSyncExternalStore(watchNetwork, () => navigator.onLine)
}
