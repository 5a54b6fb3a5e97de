// Every page of the families from every side: WCAG 2.2 AA in each appearance, phone and desk, both languages, large text,
// 400 %; with a case, a notice and an application open as much as without.
import type { Page } from '@playwright/test'
import { openAccepted } from '../support/accepted'
import { FAMILY_PAGES } from '../support/pages'
import { act, signIn, today } from '../support/service'
import { faultsOf, settled } from '../support/sides'
import { expect, test } from '../support/test'
import { Heard } from '../support/words'
import { begin } from './draft'
import { openFamilyCase, openStatus } from './family'

const PAGES = [...FAMILY_PAGES, '/guide/stepchild']
/** Targets of a finger, in pixels. */
const FINGER = 44

async function show(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await settled(page)
}

test('the pages are for everybody', async ({ page, office }) => {
  test.setTimeout(600_000)
  const heard = new Heard(page)
  const faults: string[] = []
  for (const address of PAGES) {
    await page.goto(office.base + address)
    await settled(page)
    faults.push(...(await faultsOf(page, address, heard)))
  }
  expect(faults).toEqual([])
})

test('what is wrong in a form, and what is answered, is for everybody', async ({ page, office }) => {
  test.setTimeout(600_000)
  const heard = new Heard(page)
  const faults: string[] = []
  for (const [address, button] of [
    ['/my', '看进度'],
    ['/verify', '查一查'],
    ['/ask', '下一问'],
  ] as const) {
    await page.goto(office.base + address)
    await page.getByRole('button', { name: button }).click()
    await expect(page.locator('[aria-invalid=true], [role=alert]').first()).toBeVisible()
    faults.push(...(await faultsOf(page, `${address} with faults`, heard)))
    await page.evaluate(() => localStorage.clear())
  }
  expect(faults).toEqual([])
})

test('the pages of a case, of a notice and of an application are for everybody', async ({ page, office }) => {
  test.setTimeout(600_000)
  const session = await signIn(page.request, office, 'registrar')
  const id = await openAccepted(page.request, office, session)
  await act(page.request, office, session, id, 'public-notice', { newspaper: '练习日报第4版', published_on: await today(page.request, office, session) })
  const heard = new Heard(page)
  const faults: string[] = []
  await page.goto(`${office.base}/notices`)
  await page.locator('main a.row').first().click()
  await expect(page.getByText('练习日报第4版')).toBeVisible()
  faults.push(...(await faultsOf(page, 'a notice', heard)))
  await page.evaluate(() => localStorage.clear())
  await begin(page, office)
  faults.push(...(await faultsOf(page, 'an application', heard)))
  await page.evaluate(() => localStorage.clear())
  await page.reload()
  await page.getByRole('link', { name: '下一步：拍材料' }).click()
  await expect(page.locator('li.paper').first()).toBeVisible()
  faults.push(...(await faultsOf(page, 'the photos of an application', heard)))
  await page.evaluate(() => localStorage.clear())
  await openStatus(page, office, await openFamilyCase(page.request, office))
  faults.push(...(await faultsOf(page, 'the case', heard)))
  expect(faults).toEqual([])
})

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
