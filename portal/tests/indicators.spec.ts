// A province's set of indicators: loaded by the administrator from a file, laid beside the one before, item by item, and in
// force by its day; a file with faults loads nothing.
import { expectAccessible } from './support/axe'
import { signIn } from './support/service'
import { enter, expect, testAfter } from './support/test'

/** No set but the first was loaded. */
const test = testAfter([])

interface Loaded {
  id: string
  name: { zh: string }
  issuer: { zh: string }
  capability: { groups: { items: { code: string; ask: { zh: string; en?: string } }[] }[] }
}

test('a set is loaded, and what it asks otherwise stands beside what was asked before', async ({ page, office }) => {
  const { access_token } = await signIn(page.request, office, 'administrator')
  const answer = await page.request.get(`${office.base}/v1/indicator-sets/GJ-DEFAULT/1`, { headers: { authorization: `Bearer ${access_token}` } })
  const set = (await answer.json()) as Loaded
  const item = set.capability.groups[0]?.items[0]
  expect(item).toBeDefined()
  const asked = item?.ask.zh ?? ''
  if (item) item.ask = { zh: `${asked}，并说明形成经过` }
  const file = { name: 'set.yaml', mimeType: 'application/yaml', buffer: Buffer.from(JSON.stringify({ ...set, id: 'LIANXI', name: { zh: '练习省收养评估指标' }, issuer: { zh: '练习省民政厅' } })) }

  await enter(page, office, 'administrator', '/indicators')
  const sets = page.getByRole('table', { name: '评估指标', exact: true })
  await expect(sets).not.toContainText('LIANXI')
  await page.getByLabel('文件').setInputFiles({ ...file, buffer: Buffer.from('id: LIANXI\nversion: 1\n') })
  await page.getByRole('button', { name: '载入', exact: true }).click()
  await expect(page.getByRole('alert')).toContainText('没有载入')
  await expect(sets).not.toContainText('LIANXI')

  await page.getByLabel('文件').setInputFiles(file)
  await page.getByRole('button', { name: '载入', exact: true }).click()
  await expect(page.getByRole('status').filter({ hasText: '已载入 LIANXI 第 1 版' })).toBeVisible()
  await expect(sets.locator('tbody tr').filter({ hasText: 'LIANXI' })).toContainText('姜海涛')

  await page.getByRole('combobox', { name: '查看' }).selectOption({ label: 'LIANXI 第 1 版' })
  await page.getByRole('combobox', { name: '与哪一版并列' }).selectOption({ label: 'GJ-DEFAULT 第 1 版' })
  const capability = page.getByRole('table', { name: '收养能力' })
  await expect(capability.locator('tbody tr')).toHaveCount(1)
  const row = capability.locator('tbody tr').filter({ hasText: item?.code ?? '' })
  await expect(row.locator('td').nth(1)).not.toContainText('并说明形成经过')
  await expect(row.locator('td').nth(2)).toContainText('并说明形成经过')
  await expect(row.locator('td').nth(3)).toHaveText('有改动')
  await expect(page.getByText('这一部分的指标没有不同。')).toBeVisible()
  await page.getByText(/也列出没有变的/).first().click()
  await expect.poll(() => capability.locator('tbody tr').count()).toBeGreaterThan(10)
  await page.getByText('逐处列出变化').click()
  await expect(page.getByRole('table', { name: '变化' })).toContainText(asked)
  await expectAccessible(page, 'sets side by side')
})

test('who assesses reads the items, and has no form to load a set', async ({ page, office }) => {
  await enter(page, office, 'agency_manager', '/indicators')
  await expect(page.getByRole('table', { name: '收养能力' }).locator('tbody tr').first()).toContainText('证据：')
  await expect(page.getByRole('button', { name: '载入' })).toHaveCount(0)
})
