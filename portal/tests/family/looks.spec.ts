// Every page of the families against WCAG 2.2 AA in each appearance, on a small phone, at 400 % and in large text.
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { FAMILY_PAGES } from '../support/pages'
import { expect, test } from '../support/test'
import { like, openFamilyCase, openStatus } from './family'

const PAGES = [...FAMILY_PAGES, '/guide/stepchild']
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
/** Targets of a finger, in pixels. */
const FINGER = 44

async function show(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.waitForLoadState('networkidle')
}

async function expectAccessible(page: Page, where: string): Promise<void> {
  await page.evaluate(() => document.querySelectorAll('details').forEach((fold) => (fold.open = true)))
  const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze()
  const told = violations.flatMap(({ id, nodes }) => nodes.map((node) => `${where}: ${id} ${node.target.join(' ')}`))
  expect(told).toEqual([])
}

async function expectNoSidewaysScroll(page: Page, where: string): Promise<void> {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(wide, where).toBeLessThanOrEqual(0)
}

for (const manners of [
  { theme: 'light', size: 'usual' },
  { theme: 'dark', size: 'usual' },
  { theme: 'contrast', size: 'usual' },
  { theme: 'light', size: 'large' },
]) {
  const name = `${manners.theme}, ${manners.size}`
  test(`the pages are for everybody: ${name}`, async ({ page, office }) => {
    test.setTimeout(120_000)
    await page.setViewportSize({ width: 390, height: 844 })
    await like(page, manners)
    for (const address of PAGES) {
      await show(page, office.base + address)
      await expectAccessible(page, `${name} ${address}`)
    }
    await openStatus(page, office, await openFamilyCase(page.request, office))
    await expectAccessible(page, `${name} the case`)
  })
}

// 400 % of a desktop leaves 320 pixels, which is also the smallest phone.
for (const language of ['zh-CN', 'en']) {
  for (const size of ['usual', 'large']) {
    test(`no page scrolls sideways at 320 pixels: ${language}, ${size}`, async ({ page, office }) => {
      await page.setViewportSize({ width: 320, height: 568 })
      await like(page, { language, size })
      for (const address of PAGES) {
        await show(page, office.base + address)
        await expectNoSidewaysScroll(page, `${language} ${size} ${address}`)
      }
    })
  }
}

test('what is pressed is large enough for a finger', async ({ page, office }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  for (const address of PAGES) {
    await show(page, office.base + address)
    const small = await page.locator('button:visible, a.button:visible, a.row:visible, label.radio:visible, input:not([type=radio]):visible, select:visible, summary:visible').evaluateAll(
      (all, least) => all.filter((one) => one.getBoundingClientRect().height < least).map((one) => one.outerHTML.slice(0, 80)),
      FINGER,
    )
    expect(small, address).toEqual([])
  }
})

test('large text and language are chosen on any page and stay on the device', async ({ page, office }) => {
  await show(page, `${office.base}/`)
  await page.getByRole('button', { name: '大字' }).click()
  await expect(page.locator('html')).toHaveAttribute('data-size', 'large')
  await page.getByRole('button', { name: 'EN' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Adopting a child: what to know')
  await page.getByLabel('Appearance').selectOption('contrast')
  await show(page, `${office.base}/verify`)
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await expect(page.locator('html')).toHaveAttribute('data-size', 'large')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'contrast')
})

test('who comes to another page hears its heading, and a link that leads nowhere says so', async ({ page, office }) => {
  await show(page, `${office.base}/`)
  await page.getByRole('link', { name: /查收养登记证真假/ }).click()
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  const answer = await page.goto(`${office.base}/no/such`)
  expect(answer?.status()).toBe(404)
  await expect(page.getByRole('heading', { name: '没有这个页面' })).toBeVisible()
})
