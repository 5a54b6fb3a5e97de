// A case on its page, a session that ends, and two registrars at once.
import { application } from './support/cast'
import { act, endAllSessions, openCase, signIn, today } from './support/service'
import { enter, expect, test } from './support/test'

test('the page of a case says what can be done and why the rest cannot', async ({ page, office }) => {
  const session = await signIn(page.request, office, 'registrar')
  const id = await openCase(page.request, office, session, application())
  await enter(page, office, 'registrar', `/cases/${id}`)
  await expect(page.getByRole('link', { name: '收取材料', exact: true }).first()).toBeVisible()
  const accept = page.locator('.grey-acts li').filter({ has: page.getByRole('link', { name: '受理', exact: true }) })
  await expect(accept).toContainText('《')
  await expect(page.getByText('5001**********')).toHaveCount(3)
  await page.getByRole('button', { name: '显示证件号' }).click()
  await expect(page.getByText('5001**********')).toHaveCount(0)
})

test('a session that ends in the middle of a form keeps the text, and the same person goes on', async ({ page, office }) => {
  const session = await signIn(page.request, office, 'registrar')
  const id = await openCase(page.request, office, session, application())
  await enter(page, office, 'registrar', `/cases/${id}/acts/withdraw`)
  const reason = page.locator('textarea').first()
  await reason.fill('夫妻商量以后，决定暂不收养，申请撤回。')
  await endAllSessions(page.request, office, await signIn(page.request, office, 'registrar'))
  await page.locator('form.form').getByRole('button', { name: /提交|撤回申请/ }).click()
  const dialog = page.getByRole('dialog', { name: '登录已到期' })
  await expect(dialog).toBeVisible()
  await dialog.getByRole('button', { name: '进入' }).click()
  await expect(dialog).toBeHidden()
  await expect(reason).toHaveValue('夫妻商量以后，决定暂不收养，申请撤回。')
})

test('what a second registrar did meanwhile is shown, and the text of the first is kept', async ({ page, office }) => {
  const session = await signIn(page.request, office, 'registrar')
  const id = await openCase(page.request, office, session, application())
  await enter(page, office, 'registrar', `/cases/${id}/acts/change_wishes`)
  await page.getByLabel('当事人').selectOption('adopter_1')
  await page.getByRole('checkbox', { name: '保守收养秘密' }).check()
  await act(page.request, office, session, id, 'checks', { check: 'criminal_record', party: 'adopter_1', source: '练习县公安局查询回执 0001', checked_on: await today(page.request, office, session), outcome: 'clear' })
  await page.locator('form.form').getByRole('button', { name: '提交' }).click()
  const merge = page.getByRole('dialog', { name: '您打开以后，办件有变化' })
  await expect(merge).toContainText('周明远')
  await expect(merge.locator('.merge li')).toHaveCount(1)
  await merge.getByRole('button', { name: '用新版本继续' }).click()
  await expect(page.getByRole('checkbox', { name: '保守收养秘密' })).toBeChecked()
  await page.locator('form.form').getByRole('button', { name: '提交' }).click()
  await expect(page.getByRole('status').filter({ hasText: '已办' })).toBeVisible()
})

test('a case that is not there and a page that is none look the same', async ({ page, office }) => {
  await enter(page, office, 'registrar', `/cases/${crypto.randomUUID()}`)
  await expect(page.getByRole('heading', { name: '没有这个页面，或者您无权查看' })).toBeVisible()
  await enter(page, office, 'registrar', '/no/such/page')
  await expect(page.getByRole('heading', { name: '没有这个页面，或者您无权查看' })).toBeVisible()
})

test('a search finds a case by a name, and the name stands in no address', async ({ page, office }) => {
  const session = await signIn(page.request, office, 'registrar')
  await openCase(page.request, office, session, application())
  await enter(page, office, 'registrar')
  await page.keyboard.press('/')
  await page.keyboard.type('秦望舒')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: '查找结果' })).toBeVisible()
  await expect(page.getByRole('link', { name: /秦\*\*/ }).first()).toBeVisible()
  expect(page.url()).not.toContain('%')
})
