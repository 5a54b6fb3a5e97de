// A page against WCAG 2.2 AA, as it stands. The rules are read into the page once, so that looking again costs little.
import axe from 'axe-core'
import { expect, type Page } from '@playwright/test'

/** Of a long list the first dozen: what comes after it is drawn in the same way. */
const FURTHER = [['tbody > tr:nth-child(n + 13)'], ['li:nth-child(n + 13)']]

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** What is against it: the rule, and where. */
export async function violations(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  return page.evaluate(async ([values, exclude]) => {
    const { run } = (window as unknown as { axe: typeof axe }).axe
    const found = await run({ include: [['html']], exclude }, { runOnly: { type: 'tag', values }, resultTypes: ['violations'], preload: false })
    return found.violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id} ${node.target.join(' ')} ${node.html.slice(0, 80)}`))
  }, [TAGS, FURTHER] as const)
}

export async function expectAccessible(page: Page, where: string): Promise<void> {
  expect(await violations(page), where).toEqual([])
}
