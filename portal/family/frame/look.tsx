// At the foot of each page: light, dark or high contrast, kept on this device.
import { useSyncExternalStore } from 'react'
import { useTranslations } from 'use-intl'
import { changeManners, manners, type Theme, watchManners } from '../../shared/manners'

const THEMES: Theme[] = ['system', 'light', 'dark', 'contrast']

export function Look() {
  const words = useTranslations('shared.theme')
  const { theme } = useSyncExternalStore(watchManners, manners)
  return (
    <footer className="look">
      <label>
        <span>{words('title')}</span>
        <select
          className="input"
          value={theme}
          onChange={(event) => changeManners({ theme: event.target.value as Theme })}
        >
          {THEMES.map((one) => (
            <option key={one} value={one}>
              {words(one)}
            </option>
          ))}
        </select>
      </label>
    </footer>
  )
}
