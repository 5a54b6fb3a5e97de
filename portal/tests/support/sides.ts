// One page from every side, without reading it anew: light, dark and high contrast, desk and phone, both languages, large
// text at 400 %. In a run of every change each page is seen as most see it, by every rule, and in one of the other ways; the
// pages take turns at these, so that none of them goes unseen. At length (PORTAL_AT_LENGTH) each page is seen in all of
// them, each appearance at each width, each language with each of both, and all by every rule.
import type { Page } from '@playwright/test'
import { violations } from './axe'
import { cutOff, focusFaults, sideways } from './shape'
import { untranslated, type Heard } from './words'

export type Language = 'zh-CN' | 'en'
type Theme = 'light' | 'dark' | 'contrast'
type Size = 'usual' | 'large'

interface Side {
  width: 'wide' | 'phone'
  theme: Theme
  size?: Size
  /** Whether the page was looked at whole in this language already: then only what its appearance can break is. */
  again?: boolean
}

/** Whether everything is told, as at night. */
export const AT_LENGTH = Boolean(process.env['PORTAL_AT_LENGTH'])

type Seen = [Language, Side[]][]

const USUAL: Side = { width: 'wide', theme: 'light' }

/** What the pages take turns at, beside what is usual. */
const TURNS: Seen[] = [
  [['zh-CN', [USUAL, { width: 'wide', theme: 'contrast', again: true }]]],
  [['zh-CN', [USUAL, { width: 'phone', theme: 'dark', again: true }]]],
  [
    ['zh-CN', [USUAL]],
    ['en', [{ width: 'phone', theme: 'light', size: 'large' }]],
  ],
]

const ALL: Seen = [
  ['zh-CN', [USUAL, { width: 'wide', theme: 'contrast' }, { width: 'phone', theme: 'dark' }]],
  [
    'en',
    [
      { width: 'phone', theme: 'light', size: 'large' },
      { width: 'phone', theme: 'contrast' },
      { width: 'wide', theme: 'dark' },
    ],
  ],
]

/** The same for a page in each run, whichever case it is about. */
function sidesOf(where: string): Seen {
  const turn = [...where.replaceAll(/[0-9a-f-]{36}/g, '')].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0) % TURNS.length
  return AT_LENGTH ? ALL : (TURNS[turn] ?? ALL)
}

const PHONE = { width: 390, height: 844 }
/** What 400 % leaves of 1280 pixels; the large text comes on top. */
const ZOOMED = { width: 320, height: 640 }
const HEIGHT = 768

/** Everything that is wrong with a page that stands still, each with the side it was seen from. */
export async function faultsOf(page: Page, where: string, heard: Heard, wide = 1366): Promise<string[]> {
  const faults: string[] = []
  const note = (side: string, found: string[]) => faults.push(...found.map((each) => `${where} (${side}): ${each}`))
  for (const [language, sides] of sidesOf(where)) {
    await speak(page, language)
    await page.evaluate(() => document.querySelectorAll<HTMLDetailsElement>('main details').forEach((fold) => (fold.open = true)))
    for (const { width, theme, size = 'usual', again = false } of sides) {
      await page.setViewportSize(width === 'wide' ? { width: wide, height: HEIGHT } : PHONE)
      await appear(page, theme)
      await write(page, size)
      note(`${language} ${width} ${theme} ${size}`, await violations(page, again ? 'appearance' : 'whole'))
    }
    note(language, await untranslated(page, language, heard))
    if (language === 'en') note('wide', await focusFaults(page))
    await page.setViewportSize(ZOOMED)
    await write(page, 'large')
    note(`${language} at 400 %`, [...(await sideways(page)), ...(await cutOff(page))])
    if (language === 'zh-CN') note('at 400 %', await focusFaults(page))
  }
  await write(page, 'usual')
  return faults
}

/** Waits until what is read has come and is drawn. */
export async function settled(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor()
  await page.waitForFunction(() => !document.querySelector('.bars, .soon'))
  await drawn(page)
}

/** Lets the page draw what was changed, and do what it does once that is drawn. */
export const drawn = (page: Page) => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))

/** The wish of the system, which the pages follow unless somebody chose otherwise. */
async function appear(page: Page, theme: Theme): Promise<void> {
  await page.emulateMedia({ colorScheme: theme === 'dark' ? 'dark' : 'light', contrast: theme === 'contrast' ? 'more' : 'no-preference' })
  await page.waitForFunction((wanted) => document.documentElement.dataset['theme'] === wanted, theme)
  await drawn(page)
}

/** By the controls of the page, wherever they are folded away; where it has none, the page is read anew. */
export const speak = (page: Page, language: Language) => like(page, 'language', language)

const write = (page: Page, size: Size) => like(page, 'size', size)

async function like(page: Page, what: 'language' | 'size', value: string): Promise<void> {
  if (!(await choose(page, what, value))) {
    await page.evaluate(
      ([name, wish]) => {
        const kept = JSON.parse(localStorage.getItem('guijia.manners') ?? '{}') as Record<string, string>
        localStorage.setItem('guijia.manners', JSON.stringify({ ...kept, [name]: wish }))
      },
      [what, value] as const,
    )
    await page.reload()
    await settled(page)
  }
  await page.waitForFunction(([name, wish]) => (name === 'language' ? document.documentElement.lang : document.documentElement.dataset['size']) === wish, [what, value] as const)
  // The words of the other language come a moment later.
  await page.waitForFunction(() => {
    const skip = document.querySelector('.skip')
    const english = document.documentElement.lang === 'en'
    return !skip || /[一-龥]/.test(skip.textContent ?? '') !== english
  })
  await drawn(page)
}

/** Whether it is so now. */
function choose(page: Page, what: 'language' | 'size', value: string): Promise<boolean> {
  return page.evaluate(
    ([wish, to]) => {
      const { lang, dataset } = document.documentElement
      if ((wish === 'language' ? lang : dataset['size']) === to) return true
      const [languages, , sizes] = document.querySelectorAll<HTMLSelectElement>('.manners select')
      const list = wish === 'language' ? languages : sizes
      const button = document.querySelector<HTMLButtonElement>(`.bar-top button[${wish === 'language' ? 'lang' : 'aria-pressed'}]`)
      if (list) {
        list.value = to
        list.dispatchEvent(new Event('change', { bubbles: true }))
      } else button?.click()
      return Boolean(list ?? button)
    },
    [what, value] as const,
  )
}
