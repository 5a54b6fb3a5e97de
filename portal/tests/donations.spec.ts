// A gift from its offer to its publication, told by clicking: the clerk enters it and is told nothing of any case, the leader
// sees what it touches and lets it go on with written reasons, and the clerk takes, uses and publishes it.
import type { Locator, Page } from '@playwright/test'
import { expectAccessible } from './support/axe'
import { application } from './support/cast'
import { fill, type Given } from './support/forms'
import { openCase, readCase, signIn, today } from './support/service'
import { enter, expect, testAfter } from './support/test'

/** The ledger begins empty. */
const test = testAfter([])

const INSTITUTION = { name: '练习县儿童福利院', credit_code: '12500199009901024H' }

/** Fills the form of a step in the dialog, and sends it. */
async function step(page: Page, name: string, given: Given): Promise<Locator> {
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name, exact: true }).click()
  await fill(page, '', given)
  await dialog.locator('.form-foot button').click()
  return dialog
}

test('a gift of an adopter waits for the leader, and the clerk learns nothing of the case', async ({ page, office }) => {
  test.setTimeout(180_000)
  const registrar = await signIn(page.request, office, 'registrar')
  const family = application()
  const id = await openCase(page.request, office, registrar, family)
  const { number } = await readCase<{ number: string }>(page.request, office, registrar, id)
  const day = await today(page.request, office, registrar)
  const { name: donor, resident_id } = family.adopters[0] as { name: string; resident_id: string }

  await enter(page, office, 'donation_clerk', '/donations')
  await expect(page.getByRole('main')).toContainText('还没有捐赠')
  await page.getByRole('button', { name: '登记捐赠意向' }).click()
  const offer = { recipient: INSTITUTION, donor: { kind: 'person', name: donor, resident_id }, gift: { kind: 'money', amount_fen: '5,000' }, purpose: '感谢促成收养' }
  await fill(page, '', offer)
  const form = page.getByRole('dialog').locator('form.form')
  await form.locator('.form-foot button').click()
  await expect(form.locator('.summary')).toContainText('捐赠记录不得涉及收养')
  await fill(page, '', { purpose: '购置康复器材' })
  await form.locator('.form-foot button').click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  const row = page.getByRole('table', { name: '捐赠台账' }).locator('tbody tr').filter({ hasText: donor })
  await expect(row).toContainText('等待复核')
  await expect(row).toContainText('5,000 元')

  await row.getByRole('button').click()
  await expectAccessible(page, 'a gift')
  const refused = await step(page, '收取', { receipt_number: '练捐0001', counters: ['任桂芳', '姚新民'], account: '捐赠专户' })
  await expect(refused.locator('.summary')).toContainText('捐赠须经复核后方可接受')
  const told = await page.locator('body').innerText()
  expect(told).not.toContain(number)
  expect(told).not.toContain(String(family.child['name']))
  await page.goto(`${office.base}/desk/cases/${id}`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('没有这个页面，或者您无权查看')
  await page.goto(`${office.base}/desk/donation-holds`)
  await expect(page.getByRole('alert').first()).toContainText('没有这个页面，或者您无权查看')

  await enter(page, office, 'leader', '/donation-holds')
  const hold = page.getByRole('table', { name: '捐赠暂缓' }).locator('tbody tr').filter({ hasText: donor }).filter({ hasText: '捐赠等待接受' })
  await expect(hold).toContainText(number)
  await hold.getByRole('button').click()
  const review = page.getByRole('dialog')
  await review.getByRole('radio', { name: '放行' }).check()
  await review.locator('.form-foot button').click()
  await expect(review.locator('.summary')).toContainText('复核须写明理由')
  await fill(page, '', { reasons: '捐赠人正在申请收养，捐赠在登记办结以后使用，与办件无关。' })
  await review.locator('.form-foot button').click()
  await expect(page.getByRole('status').filter({ hasText: '审查已记载' })).toBeVisible()
  await expect(hold).toHaveCount(0)
  await page.getByRole('combobox', { name: '状态' }).selectOption('released')
  await expect(hold).toContainText('已放行')
  await expect(hold).toContainText('与办件无关')
  await expect(page.getByRole('table', { name: '每月情况' }).locator('tbody tr').filter({ hasText: '查到收养当事人' }).filter({ hasText: '捐赠等待接受' })).toContainText('已放行')

  await enter(page, office, 'donation_clerk', '/donations')
  await expect(row).toContainText('可以接受')
  await row.getByRole('button').click()
  const gift = page.getByRole('dialog')
  await step(page, '收取', { receipt_number: '练捐0001', counters: ['任桂芳', '姚新民'], account: '捐赠专户' })
  await expect(gift.getByRole('status')).toHaveText('已办：收取')
  await step(page, '记录使用', { used_on: day, amount_fen: '5000.01', what: '购置助行器' })
  await expect(gift.locator('.summary')).toContainText('不得超过所受捐赠')
  await fill(page, '', { amount_fen: 2000 })
  await gift.locator('.form-foot button').click()
  await expect(gift.getByRole('status')).toHaveText('已办：记录使用')
  await step(page, '公示', { published_on: day, place: '县政府网站' })
  await expect(gift).toContainText('已使用')
  await expect(gift).toContainText('2,000 元')
  await expect(gift.getByRole('listitem').filter({ hasText: '县政府网站' })).toBeVisible()
  await gift.getByRole('button', { name: '关闭' }).click()

  await page.getByRole('link', { name: '年度报告' }).click()
  const line = page.getByRole('table', { name: '年度报告' }).locator('tbody tr').filter({ hasText: INSTITUTION.name })
  await expect(line.locator('td.number')).toHaveText(['1', '1', '5,000 元', '2,000 元', '3,000 元', '0', '1'])
  await page.getByRole('combobox', { name: '年度' }).selectOption(String(Number(day.slice(0, 4)) - 1))
  await expect(page.getByRole('main')).toContainText('这一年没有捐赠')
})
