// Says that there is no network; what was typed stays on the page.
import { useSyncExternalStore } from 'react'
import { useTranslations } from 'use-intl'

function watchNetwork(watcher: () => void): () => void {
  window.addEventListener('online', watcher)
  window.addEventListener('offline', watcher)
  return () => {
    window.removeEventListener('online', watcher)
    window.removeEventListener('offline', watcher)
  }
}

export function Offline() {
  const words = useTranslations('shared.problem')
  const online = useSyncExternalStore(watchNetwork, () => navigator.onLine)
  return (
    <div role="status">
      {!online && (
        <p className="band amber">
          <b>{words('noAnswer')}</b> {words('noAnswerHint')}
        </p>
      )}
    </div>
  )
}
