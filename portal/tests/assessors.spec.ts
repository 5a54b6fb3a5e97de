// What is on file of those who assess: an administrator enters a body and its agreement, and an assessor's standing, and
// the service says who may be appointed from then on.
import { expectAccessible } from './support/axe'
import { fill } from './support/forms'
import { signIn, today } from './support/service'
import { enter, expect, testAfter } from './support/test'

/** Nothing was entered but what an office begins with. */
const test = testAfter([])

const CREDIT_CODE = '12500111450382165L'

test('a commissioned body is entered with its agreement, refused where it does not fit, and changed', async ({ page, office }) => {
  const day = await today(page.request, office, await signIn(page.request, office, 'registrar'))
  await enter(page, office, 'administrator', '/assessors')
  await page.getByRole('button', { name: '登记评估机构' }).click()
  const dialog = page.getByRole('dialog', { name: '登记评估机构' })
  await dialog.getByRole('button', { name: '保存' }).click()
  await expect(dialog.locator('.summary')).toBeFocused()
  await expectAccessible(page, 'a body with faults')
  await fill(page, '', {
    name: '练习县和风社会工作服务中心',
    body: {
      kind: 'commissioned',
      credit_code: CREDIT_CODE,
      agreement: { number: '练民委〔2026〕3号', from: day, until: '2031-12-31' },
      examined: { on: day, source: '法人登记证书、章程、专职人员名册', in_order: true, full_time_staff: 6 },
    },
  })
  await dialog.getByRole('checkbox', { name: '收养能力' }).check()
  await dialog.getByRole('button', { name: '保存' }).click()
  await expect(page.getByRole('status').filter({ hasText: '已保存：登记评估机构' })).toBeVisible()
  const row = page.getByRole('table', { name: '评估机构' }).locator('tbody tr').filter({ hasText: '和风' })
  await expect(row).toContainText(CREDIT_CODE)
  await expect(row).toContainText('专职人员 6 人')
  await row.getByRole('button', { name: /^变更/ }).click()
  const change = page.getByRole('dialog', { name: /^变更/ })
  // The form begins with what is on file, the chosen parts too.
  await expect(change.getByRole('checkbox', { name: '收养能力' })).toBeChecked()
  await change.getByRole('checkbox', { name: '融合' }).check()
  await change.getByRole('button', { name: '保存' }).click()
  await expect(row).toContainText('收养能力、融合')
})

test('a new assessor may be appointed once the standing is on file, and not while suspended', async ({ page, office }) => {
  const administrator = await signIn(page.request, office, 'administrator')
  const day = await today(page.request, office, administrator)
  const invited = await page.request.post(`${office.base}/v1/invitations`, {
    data: { name: '韩若溪', login: 'hanruoxi', organization: '练习县民政局', roles: ['assessor'], qualification: { kind: '社会工作师', number: 'SG20260012', valid_until: '2031-12-31' } },
    headers: { authorization: `Bearer ${administrator.access_token}` },
  })
  expect(invited.status(), await invited.text()).toBe(201)
  await enter(page, office, 'administrator', '/assessors')
  const row = page.getByRole('table', { name: '评估人员' }).locator('tbody tr').filter({ hasText: '韩若溪' })
  await expect(row.locator('.state')).toHaveText('不能指派')
  await row.getByRole('button', { name: /培训、考试和查询/ }).click()
  const dialog = page.getByRole('dialog', { name: /韩若溪/ })
  await fill(page, '', {
    background: 'social_work',
    employment: 'on_establishment',
    related_years: 6,
    trainings: [{ on: day, topic: '收养法律和评估实务', hours: 40, organiser: '练习市民政局', on_adoption_law: true }],
    examinations: [{ on: day, organiser: '练习市民政局', passed: true }],
    screenings: [{ on: day, source: '练习县公安局查询答复 0007', clear: true }],
  })
  await dialog.getByLabel('评估机构').or(dialog.getByRole('group', { name: '评估机构' })).getByText('评估小组').first().click()
  await expectAccessible(page, 'a standing')
  await dialog.getByRole('button', { name: '保存' }).click()
  await expect(row.locator('.state')).toHaveText('可以指派')
  await row.getByRole('button', { name: /培训、考试和查询/ }).click()
  await expect(dialog.locator('#field-trainings-0-topic')).toHaveValue('收养法律和评估实务')
  await dialog.getByRole('button', { name: /^再加一项暂停/ }).click()
  await fill(page, '/suspensions/0', { from: day, reason: '复训期间暂停评估。' })
  await dialog.getByRole('button', { name: '保存' }).click()
  await expect(row.locator('.state')).toHaveText('不能指派')
  await expect(row).toContainText('该评估人员已被暂停评估工作')
})

test('a post certificate is entered anew, and its last day is shown', async ({ page, office }) => {
  await enter(page, office, 'administrator', '/assessors')
  const row = page.getByRole('table', { name: '评估人员' }).locator('tbody tr').filter({ hasText: '许文静' })
  await row.getByRole('button', { name: /岗位证书/ }).click()
  const dialog = page.getByRole('dialog', { name: /岗位证书/ })
  await expect(dialog.locator('#field-qualification-kind')).not.toHaveValue('')
  await dialog.locator('#field-qualification-valid_until').fill('2033-05-31')
  await dialog.getByRole('button', { name: '保存' }).click()
  await expect(row).toContainText('2033年5月31日')
})

test('who only appoints reads what is on file and has no form for it', async ({ page, office }) => {
  await enter(page, office, 'leader', '/assessors')
  await expect(page.getByRole('table', { name: '评估机构' })).toBeVisible()
  await expect(page.getByRole('button', { name: /登记评估机构|岗位证书|^变更/ })).toHaveCount(0)
})
