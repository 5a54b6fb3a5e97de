// The shape of a page: what is wider than the window, what is cut off, and what the keyboard comes to without being seen.
import type { Page } from '@playwright/test'

/** Whether the page scrolls sideways, and because of what. */
export function sideways(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    if (document.documentElement.scrollWidth <= window.innerWidth) return []
    const wide = [...document.querySelectorAll('body *')].filter((one) => one.getBoundingClientRect().right > window.innerWidth + 1 && !one.closest('.scroller'))
    return [`scrolls sideways to ${document.documentElement.scrollWidth}: ${wide.at(-1)?.outerHTML.slice(0, 120)}`]
  })
}

/** Words that are drawn beyond the box that cuts them. */
export function cutOff(page: Page): Promise<string[]> {
  return page.locator('h1, h2, h3, p, dd, dt, td, th, label, legend, button, a, summary, .state, .tag').evaluateAll((all) =>
    all
      .filter((one) => one.checkVisibility() && !one.closest('.unseen, .scroller'))
      .filter((one) => {
        const { display, overflowX } = getComputedStyle(one)
        return one.scrollWidth > one.clientWidth + 1 && display !== 'inline' && ['hidden', 'clip'].includes(overflowX)
      })
      .map((one) => `cut off: ${one.outerHTML.slice(0, 120)}`),
  )
}

/** Goes to everything that takes the focus: it has an outline (2.4.7) and is not behind something else (2.4.11). */
export async function focusFaults(page: Page): Promise<string[]> {
  // The browser draws the outline of what comes by a script only after a key.
  await page.keyboard.press('Shift')
  return page.evaluate(async () => {
    const before = document.activeElement
    const drawn = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
    const isOutlined = (each: Element) => getComputedStyle(each).outlineStyle !== 'none' || getComputedStyle(each).boxShadow !== 'none'
    const room = document.querySelector('dialog[open]') ?? document.body
    const all = [...room.querySelectorAll<HTMLElement>('a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea:not(:disabled), summary, [tabindex="0"]')]
    const faults: string[] = []
    for (const one of all.filter((each) => each.checkVisibility({ visibilityProperty: true }) && each.tabIndex >= 0)) {
      // What has the focus already is come to anew: the window may have become another since.
      if (document.activeElement === one) one.blur()
      one.focus()
      if (document.activeElement !== one) continue
      // A control that is not drawn itself shows it at its label, one in a frame at the frame.
      const shown = [one, ...((one as HTMLInputElement).labels ?? []), one.closest('.find, .ant-select')].filter((each) => each !== null)
      if (!shown.some(isOutlined)) await drawn()
      if (!shown.some(isOutlined)) faults.push(`no outline: ${one.outerHTML.slice(0, 120)}`)
      const seen = shown.some((each) => {
        const box = each.getBoundingClientRect()
        const [left, right, top, bottom] = [Math.max(box.left, 0), Math.min(box.right, window.innerWidth), Math.max(box.top, 0), Math.min(box.bottom, window.innerHeight)]
        const places = [0.02, 0.25, 0.5, 0.75, 0.98].flatMap((part) => [
          [left + (right - left) * part, (top + bottom) / 2],
          [(left + right) / 2, top + (bottom - top) * part],
        ])
        return places.some(([x = 0, y = 0]) => {
          const there = document.elementFromPoint(x, y)
          return there !== null && (each.contains(there) || there.contains(each))
        })
      })
      if (!seen) faults.push(`behind something: ${one.outerHTML.slice(0, 120)}`)
    }
    if (before instanceof HTMLElement) before.focus()
    return faults
  })
}
