// The manager of a commissioned body follows its assessments: whose they are, how far, how many days are left; nobody's name
// but those of the body's own people.
import { test as testAssessed } from './support/assessed'
import { expectAccessible } from './support/axe'
import { application, PERSONAL } from './support/cast'
import { openCase, signIn } from './support/service'
import { enter, expect, test } from './support/test'

testAssessed('a manager sees how far each task is and who has what, and nothing of a case', async ({ page, office, story }) => {
  const { number } = await story.view()
  await enter(page, office, 'agency_manager')
  await expect(page.getByRole('heading', { level: 1, name: '本机构的评估任务' })).toBeVisible()
  const row = page.getByRole('table', { name: '本机构的评估任务' }).locator('tbody tr').filter({ hasText: number })
  await expect(row).toContainText('许文静、沈嘉禾')
  await expect(row).toContainText(/还剩 \d+ 天|今天到期/)
  await expect(row).toContainText('已有计划')
  await expect(row).toContainText('评分表 0 / 4')
  await expect(row).toContainText('没有提交报告')
  await expect(page.getByRole('table', { name: '每人手上的任务' }).locator('tbody tr').filter({ hasText: '许文静' })).toContainText(/[1-9]\d* 件/)
  await expectAccessible(page, 'tasks of a body')

  await story.save(1, 'capability', 0)
  await story.send(1, 'capability', 1)
  await page.reload()
  await expect(row).toContainText('评分表 1 / 4')
  const shown = await page.getByRole('main').innerText()
  for (const word of PERSONAL) expect(shown).not.toContain(word)
  await expect(page.getByRole('search')).toHaveCount(0)
})

test('to a manager a case is no case, by its address neither', async ({ page, office }) => {
  const id = await openCase(page.request, office, await signIn(page.request, office, 'registrar'), application())
  await enter(page, office, 'agency_manager', `/cases/${id}`)
  await expect(page.getByRole('heading', { level: 1, name: '没有这个页面，或者您无权查看' })).toBeVisible()
})

test('a list that could not be read says so, and is read at the next try', async ({ page, office }) => {
  await page.route('**/v1/assessment-tasks', (route) => route.fulfill({ status: 503, contentType: 'application/problem+json', body: JSON.stringify({ type: 'urn:guijia:problem:unavailable', title: '暂时不能读取', status: 503 }) }))
  await enter(page, office, 'agency_manager', '/agency')
  await expect(page.getByRole('alert')).toContainText('暂时不能读取')
  await page.unroute('**/v1/assessment-tasks')
  await page.getByRole('alert').getByRole('button').click()
  await expect(page.getByRole('alert')).toHaveCount(0)
  await expect(page.getByRole('main')).toContainText(/评估期限|没有在办的评估/)
})
