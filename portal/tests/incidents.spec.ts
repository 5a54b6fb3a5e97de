// A circumstance that has to be reported: the case stands still, the leader reads it and settles it, and the auditor finds
// who did and who read what, and that nothing was changed since.
import { application } from './support/cast'
import { bring, doAct } from './support/desk'
import { fill, placeOf } from './support/forms'
import { openCase, signIn, today } from './support/service'
import { enter, expect, test } from './support/test'

const WHAT = '邻居反映第一收养人近来身体不适，多次就医。'
const FOUND = '经向医院核实，系轻微感冒，不影响抚养。'

test('a registrar reports a circumstance, a leader reads and settles it, an auditor follows it', async ({ page, office }) => {
  test.setTimeout(120_000)
  const session = await signIn(page.request, office, 'registrar')
  const id = await openCase(page.request, office, session, application())
  await enter(page, office, 'registrar', `/cases/${id}`)
  await page.goto(`${office.base}/desk/cases/${id}/acts/report_incident`)
  await fill(page, '', { ground: 'illness', known_on: await today(page.request, office, session), description: WHAT })
  await placeOf(page, '/concerns').getByRole('checkbox').first().check()
  await page.locator('form.form .form-foot button').click()
  await expect(page.getByRole('status').filter({ hasText: '已办' })).toBeVisible()
  await expect(page.getByRole('region', { name: '报告的情形' })).toContainText(WHAT)
  await page.getByLabel('查找事项').fill('报批')
  await expect(page.locator('.grey-acts li').first()).toBeVisible()

  await enter(page, office, 'leader', '/incidents')
  const row = page.getByRole('table', { name: '情形报告' }).locator('tbody tr').filter({ has: page.locator(`a[href*="${id}"]`) })
  await expect(row).toHaveCount(1)
  await row.locator(`a[href$="/cases/${id}"]`).first().click()
  const told = page.getByRole('region', { name: '报告的情形' })
  await expect(told).toContainText(WHAT)
  await told.getByRole('link', { name: '处理情形' }).click()
  // What was done about it has to lie in the file first.
  await expect(page.getByRole('link', { name: /情形处理的回执或者文书/ })).toBeVisible()
  await expect(page.locator('form.form')).toHaveCount(0)

  await enter(page, office, 'registrar', `/cases/${id}`)
  await bring(page, office, id, [{ paper: 'incident_paper' }], '与原件核对一致')
  await enter(page, office, 'leader', `/cases/${id}`)
  await doAct(page, office, id, 'close_incident', { outcome: FOUND })
  await expect(page.getByRole('region', { name: '报告的情形' })).toContainText('处理完毕')
  await expect(page.getByRole('region', { name: '报告的情形' }).getByRole('link', { name: '处理情形' })).toHaveCount(0)
  await enter(page, office, 'leader', '/incidents')
  await expect(page.locator(`main a[href*="${id}"]`)).toHaveCount(0)

  await enter(page, office, 'auditor', '/audit')
  await page.locator(`a[href$="/audit/cases/${id}"]`).first().click()
  await expect(page.getByRole('heading', { level: 1, name: '本件的查阅记录' })).toBeVisible()
  await expect(page.locator('tbody tr').filter({ hasText: '情形处理完毕' }).first()).toBeVisible()
  // What was written is not for whoever looks after the writing.
  await expect(page.getByText(FOUND)).toHaveCount(0)
  await enter(page, office, 'auditor', '/chains')
  const chain = page.getByRole('row').filter({ hasText: id })
  await chain.getByRole('button', { name: '重新计算' }).click()
  await expect(chain.getByRole('status')).toContainText('逐环重算一致')
  await enter(page, office, 'auditor', '/audit')
  await page.getByLabel('只看未成的').check()
  await expect(page.locator('tbody tr').first().or(page.getByText('这一段没有记录。'))).toBeVisible()
})
