// A public notice that runs: anybody reads it, who knows the child comes forward, and the counter hears of it.
import { openAccepted } from '../support/accepted'
import { act, signIn, today } from '../support/service'
import { enter, expect, test } from '../support/test'

test('who knows the child of a notice comes forward, and the counter settles what was told', async ({ page, office }) => {
  const session = await signIn(page.request, office, 'registrar')
  const id = await openAccepted(page.request, office, session)
  await act(page.request, office, session, id, 'public-notice', { newspaper: '练习日报第4版', published_on: await today(page.request, office, session) })

  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto(`${office.base}/notices`)
  await page.locator('main a.row').first().click()
  await expect(page.getByText('练习日报第4版')).toBeVisible()
  await expect(page.getByRole('link', { name: /^0/ })).toBeVisible()
  await page.getByText('不方便打电话，写给我们').click()
  await page.getByRole('button', { name: '发给民政局' }).click()
  await expect(page.getByLabel('您的姓名')).toHaveAccessibleDescription(/还没填/)
  await page.getByLabel('您的姓名').fill('邓玉芬')
  await page.getByLabel('您的电话').fill('023-40000077')
  await page.getByLabel('您是孩子的什么人').fill('外婆')
  await page.getByLabel('您知道什么').fill('左耳后有一个米粒大的胎记，五年前在汽车站走散。')
  await page.getByRole('button', { name: '发给民政局' }).click()
  await expect(page.getByRole('status').filter({ hasText: /\S/ }).first()).toBeVisible()

  await page.setViewportSize({ width: 1366, height: 768 })
  await enter(page, office, 'registrar', '/counter')
  const report = page.getByRole('listitem').filter({ hasText: '邓玉芬' })
  await expect(report).toContainText('米粒大的胎记')
  await report.getByRole('button', { name: '处理' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('radio', { name: '与本件无关' }).check()
  await dialog.getByLabel(/原因|理由|查明/).fill('已经核对：走散的日期和本件不符。')
  await dialog.getByRole('button', { name: '提交' }).click()
  await expect(report).toContainText('与本件无关')
})
