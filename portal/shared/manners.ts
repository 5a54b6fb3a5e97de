// How a person likes the pages: language, theme, size of the text, single-letter keys. Kept on this device; nothing of
// a case.
export type Language = 'zh-CN' | 'en'
export type Theme = 'system' | 'light' | 'dark' | 'contrast'
export type Size = 'usual' | 'large'

export interface Manners {
  language: Language
  theme: Theme
  size: Size
  keys: boolean
}

const PLACE = 'guijia.manners'
const watchers = new Set<() => void>()
let current = read()

export function manners(): Manners {
  return current
}

export function chosenLanguage(): Language {
  return current.language
}

/** Changes some of it, shows it at once and keeps it. */
export function changeManners(change: Partial<Manners>): void {
  current = { ...current, ...change }
  localStorage.setItem(PLACE, JSON.stringify(current))
  show()
  for (const watcher of watchers) watcher()
}

export function watchManners(watcher: () => void): () => void {
  watchers.add(watcher)
  return () => watchers.delete(watcher)
}

/** The theme that is seen, once the system's wish is followed. */
export function shownTheme(): Exclude<Theme, 'system'> {
  if (current.theme !== 'system') return current.theme
  if (window.matchMedia('(prefers-contrast: more)').matches) return 'contrast'
  return window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
}

/** Puts the manners on the page; called once before anything is drawn. */
export function show(): void {
  const page = document.documentElement
  page.lang = current.language
  page.dataset['theme'] = shownTheme()
  page.dataset['size'] = current.size
}

for (const wish of ['(prefers-color-scheme: dark)', '(prefers-contrast: more)']) {
  window.matchMedia(wish).addEventListener('change', () => {
    show()
    for (const watcher of watchers) watcher()
  })
}

function read(): Manners {
  const usual: Manners = { language: preferredLanguage(), theme: 'system', size: 'usual', keys: true }
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(PLACE) ?? '{}')
    return typeof kept === 'object' && kept !== null ? { ...usual, ...kept } : usual
  } catch {
    return usual
  }
}

// Chinese first: English only for somebody whose browser names it before Chinese.
function preferredLanguage(): Language {
  const first = navigator.languages.find((language) => /^(zh|en)\b/i.test(language))
  return first && /^en\b/i.test(first) ? 'en' : 'zh-CN'
}
