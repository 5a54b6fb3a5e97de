// An appointment: chosen, found again with its code, moved, given back; and an office that takes none says so.
import type { APIRequestContext } from '@playwright/test'
import type { Office } from '../support/office'
import { signIn } from '../support/service'
import { expect, test } from '../support/test'

/** Sets how many may come at one time. */
async function receive(request: APIRequestContext, { base }: Office, atOnce: number): Promise<void> {
  const headers = { authorization: `Bearer ${(await signIn(request, { base }, 'administrator')).access_token}` }
  const { rules } = (await (await request.get(`${base}/v1/office`, { headers })).json()) as { rules: Record<string, unknown> }
  const opening = {
    hours: [{ from: '09:00', until: '12:00' }],
    appointment_minutes: 30,
    appointments_at_once: atOnce,
    appointment_days_ahead: 30,
  }
  const answer = await request.put(`${base}/v1/office/rules`, { headers, data: { ...rules, opening } })
  expect(answer.ok(), await answer.text()).toBe(true)
}

test('a time is chosen, found again, moved and given back', async ({ page, office }) => {
  await receive(page.request, office, 2)
  await page.goto(`${office.base}/visit`)
  await page.getByRole('button', { name: '就约这个时间' }).click()
  await expect(page.getByRole('alert')).toHaveText('请选一个时间')
  await page.getByRole('radio', { name: '9:30—10:00' }).check()
  await page.getByLabel('姓名').fill('秦望舒')
  await page.getByLabel('电话', { exact: true }).fill('023-40000000')
  await page.getByLabel('来办什么事').fill('交材料')
  await page.getByRole('button', { name: '就约这个时间' }).click()
  await expect(page.getByRole('heading', { name: '约好了' })).toBeVisible()
  const code = await page.locator('.big-code').innerText()
  expect(page.url()).not.toContain(code)
  await page.goto(`${office.base}/visit`)
  await page.getByText('我有预约码').click()
  await page.getByLabel('预约码').fill(code)
  await page.getByRole('button', { name: '找到我的预约' }).click()
  await expect(page.getByText('9:30', { exact: true })).toBeVisible()
  await page.getByText('改时间', { exact: true }).click()
  await page.getByRole('radio', { name: '11:00—11:30' }).check()
  await page.getByRole('button', { name: '改成这个时间' }).click()
  await expect(page.getByText('11:00', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: '取消预约' }).click()
  await expect(page.getByRole('button', { name: '就约这个时间' })).toBeVisible()
})

test('an office that takes no appointments says to call', async ({ page, office }) => {
  await receive(page.request, office, 0)
  await page.goto(`${office.base}/visit`)
  await expect(page.getByText('这里还不能网上预约，请打电话约。')).toBeVisible()
  await expect(page.getByRole('link', { name: /^0/ })).toBeVisible()
})
