// Today and the approvals stand on the worklist and the summary of the service: the pages only show what it says.
import { enter, expect, testAfter } from './support/test'
import type { Office } from './support/office'
import { signIn } from './support/service'

/** An office with a case of each sort: one that was left in the middle, one that waits for the leader. */
const test = testAfter([
  ['--until', 'accept', '--kind', 'collateral_kin'],
  ['--until', 'propose', '--kind', 'institution_foundling'],
])

interface Worklist {
  groups: { group: string; count: number; rows: { waits_for: string; case: { case_id: string; number: string }; next: { act: string | null; title: { zh: string } | null; why: { zh: string } } }[] }[]
}

async function worklist(page: import('@playwright/test').Page, { base }: Office, role: 'registrar' | 'leader'): Promise<Worklist> {
  const session = await signIn(page.request, { base }, role)
  return (await (await page.request.get(`${base}/v1/worklist`, { headers: { authorization: `Bearer ${session.access_token}` } })).json()) as Worklist
}

test('the counts are those of the service, and each is a filter for the rows below it', async ({ page, office }) => {
  const { groups } = await worklist(page, office, 'registrar')
  await enter(page, office, 'registrar', '/today')
  const counts = page.locator('.counts button')
  await expect(counts.filter({ hasText: '已逾期' }).locator('b')).toHaveText(String(groups.find(({ group }) => group === 'overdue')?.count))
  const full = groups.filter(({ group, count }) => count > 0 && group !== 'others')
  expect(full.length).toBeGreaterThan(0)
  const [first] = full
  const words: Record<string, string> = { overdue: '已逾期', soon: '三个工作日内到期', mine: '我经办的', waiting_for_leader: '等领导批准' }
  await counts.filter({ hasText: words[first?.group ?? ''] ?? '' }).click()
  await expect(page.locator('tbody tr:not(.group)')).toHaveCount(first?.count ?? 0)
})

test('a row says what is next and why, in the words of the service, and leads to it', async ({ page, office }) => {
  const { groups } = await worklist(page, office, 'registrar')
  const row = groups.flatMap(({ rows }) => rows).find(({ next, waits_for }) => next.act !== null && ['us', 'family'].includes(waits_for))
  await enter(page, office, 'registrar', '/today')
  const line = page.locator('tbody tr').filter({ hasText: row?.case.number ?? 'no row' }).first()
  await expect(line).toContainText(row?.next.why.zh ?? 'no why')
  await line.getByRole('link', { name: row?.next.title?.zh ?? 'no title', exact: true }).click()
  await expect(page).toHaveURL(new RegExp(`/cases/${row?.case.case_id}/acts/${row?.next.act}$`))
  await expect(page.getByRole('heading', { level: 1, name: row?.next.title?.zh ?? 'no title' })).toBeVisible()
})

test('a leader sees what is unusual and what proves each condition, and sends back with a reason on the same page', async ({ page, office }) => {
  const { groups } = await worklist(page, office, 'leader')
  const waiting = groups.find(({ group }) => group === 'waiting_for_leader')
  expect(waiting?.count).toBe(1)
  const session = await signIn(page.request, office, 'leader')
  const id = waiting?.rows[0]?.case.case_id ?? ''
  const summary = (await (await page.request.get(`${office.base}/v1/cases/${id}/approval-summary`, { headers: { authorization: `Bearer ${session.access_token}` } })).json()) as { conditions: { holds: boolean }[]; opinion: { text: string } }
  await enter(page, office, 'leader', '/approvals')
  await page.getByRole('link', { name: '审阅' }).click()
  await expect(page.getByRole('region', { name: '值得注意' })).toContainText('适用例外')
  const conditions = page.getByRole('region', { name: '条件' }).first()
  await expect(conditions.locator('tbody tr')).toHaveCount(summary.conditions.length)
  await expect(conditions).toContainText('《')
  await expect(page.getByText(summary.opinion.text)).toBeVisible()
  await page.getByRole('radio', { name: '退回' }).check()
  await page.getByRole('button', { name: '提交' }).click()
  await expect(page.locator('.summary')).toBeFocused()
  await page.getByLabel('原因').fill('请补充询问送养人。')
  await page.getByRole('button', { name: '提交' }).click()
  await expect(page.getByRole('status').filter({ hasText: '已办' })).toBeVisible()
  await enter(page, office, 'leader', '/approvals')
  await expect(page.getByText('还没有待批的办件。')).toBeVisible()
})
