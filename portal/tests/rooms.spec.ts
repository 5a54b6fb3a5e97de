// The rooms of the desk beside the cases: handover, figures, who may assess, indicators, who read a case.
import { application } from './support/cast'
import { openCase, signIn } from './support/service'
import { enter, expect, test } from './support/test'

test('a leader hands a case over, and it says for itself that it was', async ({ page, office }) => {
  const session = await signIn(page.request, office, 'registrar')
  const id = await openCase(page.request, office, session, application())
  await enter(page, office, 'leader', '/handover')
  await page.getByLabel('交出人').selectOption({ label: '周明远' })
  const row = page.locator('tbody tr').filter({ has: page.locator(`a[href$="${id}"]`) })
  await row.getByRole('checkbox').check()
  await page.getByLabel('接收人').selectOption({ label: '吴晓岚' })
  await page.getByRole('button', { name: '交接 1 件' }).click()
  await expect(row.locator('.state.bad')).toBeVisible()
  await page.getByLabel('原因').fill('原经办人休假。')
  await page.getByRole('button', { name: '交接 1 件' }).click()
  await expect(page.getByRole('status').filter({ hasText: '已交接 1 件' })).toBeVisible()
  await enter(page, office, 'leader', `/cases/${id}`)
  await expect(page.getByText('经办 吴晓岚')).toBeVisible()
})

test('the figures count what was received, and the table to take along is made', async ({ page, office }) => {
  const session = await signIn(page.request, office, 'registrar')
  await openCase(page.request, office, session, application())
  const headers = { authorization: `Bearer ${session.access_token}` }
  const read = async (query: string) =>
    (await (await page.request.get(`${office.base}/v1/statistics${query}`, { headers })).json()) as { total: number | null; by_kind: { count: number | null }[] }
  const [figures, outside] = [await read(''), await read('?outside=true')]
  await enter(page, office, 'registrar', '/statistics')
  await expect(page.getByText(`共 ${figures.total} 件`)).toBeVisible()
  await expect(page.getByRole('table', { name: '按收养类别' }).locator('td.number').first()).toHaveText(String(figures.by_kind[0]?.count))
  const file = page.waitForEvent('download')
  await page.getByRole('button', { name: '导出台账 XLSX' }).click()
  expect((await file).suggestedFilename()).toBe('ledger.xlsx')
  await page.getByLabel('对外公布').check()
  await page.getByRole('button', { name: '查看' }).click()
  await expect(page.getByText(`共 ${outside.total ?? '不显示'} 件`)).toBeVisible()
  // How many are too few to be told turns on what other stories opened in the same office.
  const few = outside.by_kind.filter(({ count }) => count === null).length
  await expect(page.getByRole('table', { name: '按收养类别' }).locator('td.number .quiet')).toHaveText(Array<string>(few).fill('不显示'))
})

test('a set of indicators with faults is not loaded, and every fault is named by its place', async ({ page, office }) => {
  await enter(page, office, 'administrator', '/indicators')
  await expect(page.getByRole('table', { name: '评估指标' })).toContainText('GJ-DEFAULT')
  await page.getByLabel('文件').setInputFiles({ name: 'set.yaml', mimeType: 'application/yaml', buffer: Buffer.from('id: GJ-TEST\nversion: 1\n') })
  await page.getByRole('button', { name: '载入', exact: true }).click()
  await expect(page.getByRole('alert')).toContainText('没有载入')
  await expect(page.getByRole('table', { name: '有误之处' }).locator('tbody tr').first()).toBeVisible()
})

test('who may be appointed to assess stands with what is against it', async ({ page, office }) => {
  await enter(page, office, 'registrar', '/assessors')
  const row = page.getByRole('table', { name: '评估人员' }).locator('tbody tr').filter({ hasText: '许文静' })
  await expect(row.locator('.state')).toHaveText(/可以指派|不能指派/)
  await expect(page.getByRole('table', { name: '评估机构' })).toContainText('民政部门评估小组')
})

test('the auditor follows a case into its access log', async ({ page, office }) => {
  const session = await signIn(page.request, office, 'registrar')
  const id = await openCase(page.request, office, session, application())
  await enter(page, office, 'auditor', '/audit')
  await page.locator(`a[href$="/audit/cases/${id}"]`).first().click()
  await expect(page.getByRole('heading', { level: 1, name: '本件的查阅记录' })).toBeVisible()
  await expect(page.locator('tbody tr').first()).toBeVisible()
})
