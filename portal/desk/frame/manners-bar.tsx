// Language, appearance, size of the text and single-letter keys, as four small choices.
import { useSyncExternalStore } from 'react'
import { useTranslations } from 'use-intl'
import { changeManners, manners, watchManners, type Language, type Size, type Theme } from '../../shared/manners'

const THEMES: Theme[] = ['system', 'light', 'dark', 'contrast']
const SIZES: Size[] = ['usual', 'large']

export function MannersBar() {
  const words = useTranslations('shared')
  const frame = useTranslations('frame')
  const current = useSyncExternalStore(watchManners, manners)
  return (
    <div className="manners">
      <label>
        <span>{words('language')}</span>
        <select value={current.language} onChange={(event) => changeManners({ language: event.target.value as Language })}>
          <option value="zh-CN" lang="zh-CN">
            中文
          </option>
          <option value="en" lang="en">
            English
          </option>
        </select>
      </label>
      <label>
        <span>{words('theme.title')}</span>
        <select value={current.theme} onChange={(event) => changeManners({ theme: event.target.value as Theme })}>
          {THEMES.map((theme) => (
            <option key={theme} value={theme}>
              {words(`theme.${theme}`)}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>{words('size.title')}</span>
        <select value={current.size} onChange={(event) => changeManners({ size: event.target.value as Size })}>
          {SIZES.map((size) => (
            <option key={size} value={size}>
              {words(`size.${size}`)}
            </option>
          ))}
        </select>
      </label>
      <label className="manners-keys">
        <input type="checkbox" checked={current.keys} onChange={(event) => changeManners({ keys: event.target.checked })} />
        <span>{frame('letterKeys')}</span>
      </label>
    </div>
  )
}
