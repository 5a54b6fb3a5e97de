// Going about a page without a mouse or a finger: Tab, the arrows, the blank and Enter alone.
import { expect, type Page } from '@playwright/test'
import { drawn } from './sides'

const MOST_STEPS = 90
const DRAWN_WITHIN = 30_000
/** No list that is gone through by the arrows is longer. */
const MOST_OPTIONS = 40

/** What has the focus, and what it is called. */
export interface Focus {
  called: string
  kind: string
  /** Its own identifier and those of what it stands in. */
  within: string[]
  outlined: boolean
}

export function focusOf(page: Page): Promise<Focus | undefined> {
  return page.evaluate(() => {
    const element = document.activeElement
    if (!element || element === document.body) return undefined
    const labels = [...((element as HTMLInputElement).labels ?? [])]
    const called = labels.length > 0 ? labels.map((label) => label.textContent).join(' ') : (element.getAttribute('aria-label') ?? element.textContent ?? '')
    // A control that is not drawn itself shows it at its label, one in a frame at the frame.
    const drawn = [element, ...labels, element.closest('.find, .ant-select')].filter((one) => one !== null)
    const outlined = drawn.some((one) => getComputedStyle(one).outlineStyle !== 'none' || getComputedStyle(one).boxShadow !== 'none')
    const within: string[] = []
    for (let one: Element | null = element; one; one = one.parentElement) if (one.id) within.push(one.id)
    return { called: called.trim(), kind: (element as HTMLInputElement).type ?? element.tagName.toLowerCase(), within, outlined }
  })
}

/** Goes on with Tab until what has the focus is wanted; what has it is always drawn with an outline. Who comes to a page that
 *  is still being drawn goes round once more. */
export async function tabUntil(page: Page, wanted: (focus: Focus) => boolean, told: string): Promise<void> {
  const until = Date.now() + DRAWN_WITHIN
  for (let step = 0; step < MOST_STEPS || Date.now() < until; step += 1) {
    await page.keyboard.press('Tab')
    const focus = await focusOf(page)
    if (!focus || !wanted(focus)) continue
    expect(focus.outlined, told).toBe(true)
    return
  }
  throw new Error(`${told} is not reached by Tab`)
}

/** Goes to what is called so. */
export async function tabTo(page: Page, name: RegExp): Promise<void> {
  await tabUntil(page, ({ called }) => name.test(called), String(name))
}

/** Goes there and presses it. */
export async function press(page: Page, name: RegExp): Promise<void> {
  await tabTo(page, name)
  await page.keyboard.press('Enter')
}

/** Presses a key of the desk, which listens to its keys a moment after it is drawn. */
export async function pressKey(page: Page, key: string): Promise<void> {
  await drawn(page)
  await page.keyboard.press(key)
}

/** Presses a key twice at once, however long a busy machine takes to answer to the first. */
export async function pressTwice(page: Page, key: string): Promise<void> {
  await Promise.all([page.keyboard.press(key), page.keyboard.press(key)])
}

/** Goes to a field that is typed into, and types; what stood there is chosen by Tab and goes. */
export async function write(page: Page, name: RegExp, text: string): Promise<void> {
  await tabTo(page, name)
  await page.keyboard.insertText(text)
}

/** Chooses one of the buttons of a group that has the focus: the arrows go from one to the next. */
export async function choose(page: Page, name: RegExp): Promise<void> {
  for (let step = 0; step < MOST_OPTIONS; step += 1) {
    const focus = await focusOf(page)
    if (focus && name.test(focus.called)) {
      await page.keyboard.press('Space')
      return
    }
    await page.keyboard.press('ArrowDown')
  }
  throw new Error(`${name} is not reached by the arrows`)
}

/** Chooses the value of a list that has the focus. */
export async function pickOut(page: Page, value: string): Promise<void> {
  const now = () => page.evaluate(() => (document.activeElement as HTMLSelectElement).value)
  await page.keyboard.press('Home')
  for (let step = 0; step < MOST_OPTIONS && (await now()) !== value; step += 1) await page.keyboard.press('ArrowDown')
  expect(await now()).toBe(value)
}
