// A page against WCAG 2.2 AA, as it stands. The rules are read into the page once, so that looking again costs little.
import axe from 'axe-core'
import { expect, type Page } from '@playwright/test'

/** Of a long list the first dozen: what comes after it is drawn in the same way. */
const FURTHER = [['tbody > tr:nth-child(n + 13)'], ['li:nth-child(n + 13)']]

const WHOLE = { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] } as const

/** What another appearance or width can break of a page that was looked at whole: colours, and the size of what is pressed. */
const APPEARANCE = { type: 'rule', values: ['color-contrast', 'link-in-text-block', 'target-size'] } as const

/** What is against it: the rule, and where. */
export async function violations(page: Page, looked: 'whole' | 'appearance' = 'whole'): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  return page.evaluate(async ([only, exclude]) => {
    const { run } = (window as unknown as { axe: typeof axe }).axe
    const found = await run({ include: [['html']], exclude }, { runOnly: { ...only, values: [...only.values] }, resultTypes: ['violations'], preload: false })
    return found.violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id} ${node.target.join(' ')} ${node.html.slice(0, 80)}`))
  }, [looked === 'whole' ? WHOLE : APPEARANCE, FURTHER] as const)
}

export async function expectAccessible(page: Page, where: string): Promise<void> {
  expect(await violations(page), where).toEqual([])
}
