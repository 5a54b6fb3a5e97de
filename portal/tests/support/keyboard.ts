// Going about a page without a mouse or a finger: Tab, the arrows, the blank and Enter alone.
import { expect, type Page } from '@playwright/test'

const MOST_STEPS = 90

/** Goes on with Tab until what has the focus is called so; what has it is always drawn with an outline. */
export async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let step = 0; step < MOST_STEPS; step += 1) {
    await page.keyboard.press('Tab')
    const focused = await page.evaluate(() => {
      const element = document.activeElement
      if (!element || element === document.body) return undefined
      const labels = [...((element as HTMLInputElement).labels ?? [])]
      const called = labels.length > 0 ? labels.map((label) => label.textContent).join(' ') : (element.getAttribute('aria-label') ?? element.textContent ?? '')
      // A control that is not drawn itself shows it at its label.
      const outlined = [element, ...labels].some((one) => getComputedStyle(one).outlineStyle !== 'none' || getComputedStyle(one).boxShadow !== 'none')
      return { called: called.trim(), outlined }
    })
    if (!focused || !name.test(focused.called)) continue
    expect(focused.outlined, String(name)).toBe(true)
    return
  }
  throw new Error(`nothing called ${name} is reached by Tab`)
}

/** Goes there and presses it. */
export async function press(page: Page, name: RegExp): Promise<void> {
  await tabTo(page, name)
  await page.keyboard.press('Enter')
}
