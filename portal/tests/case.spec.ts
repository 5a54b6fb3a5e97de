// A case on its page, its papers and acts as the service tells them, a session that ends, and two registrars at once.
import type { Page } from '@playwright/test'
import { expectAccessible } from './support/axe'
import { application } from './support/cast'
import { act, endAllSessions, openCase, readCase, signIn, today } from './support/service'
import { enter, expect, test } from './support/test'

test('the page of a case says what can be done and why the rest cannot', async ({ page, office }) => {
  const session = await signIn(page.request, office, 'registrar')
  const id = await openCase(page.request, office, session, application())
  await enter(page, office, 'registrar', `/cases/${id}`)
  await expect(page.getByRole('link', { name: '收取材料', exact: true }).first()).toBeVisible()
  const accept = page.locator('.grey-acts li').filter({ has: page.getByRole('link', { name: '受理', exact: true }) })
  await expect(accept).toContainText('《')
  await expect(page.locator('.now-strip')).not.toBeEmpty()
  // Each obstacle is told once, whatever number of acts it is in the way of.
  const told = await page.locator('.grey-acts li > div:first-child').allTextContents()
  expect(new Set(told).size).toBe(told.length)
  await expect(page.getByText('5001**********')).toHaveCount(3)
  await page.getByRole('button', { name: '显示证件号' }).click()
  await expect(page.getByText('5001**********')).toHaveCount(0)
})

test('the cure of an obstacle leads to the act, with the paper chosen', async ({ page, office }) => {
  const session = await signIn(page.request, office, 'registrar')
  const id = await openCase(page.request, office, session, application())
  await enter(page, office, 'registrar', `/cases/${id}/acts/accept`)
  const line = page.locator('.summary.law li').filter({ hasText: '户口簿' }).first()
  await expect(line).toContainText('《')
  await line.getByRole('link', { name: '收养人二' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '收取材料' })).toBeVisible()
  await expect(page.getByLabel('材料').locator('option:checked')).toHaveText('收养人的居民户口簿 · 收养人二')
})

test('the list of papers says what is missing, by which article and from whom, and what has come', async ({ page, office }) => {
  const session = await signIn(page.request, office, 'registrar')
  const id = await openCase(page.request, office, session, application())
  await enter(page, office, 'registrar', `/cases/${id}/papers`)
  const row = page.locator('tbody tr').filter({ hasText: '第一收养人的居民户口簿' }).or(page.locator('tbody tr').filter({ hasText: '收养人的居民户口簿' })).first()
  await expect(row).toContainText('未提交')
  await expect(row).toContainText('第六条')
  await row.getByRole('link', { name: '收取材料' }).click()
  await page.getByLabel('扫描件').setInputFiles({ name: 'scan.png', mimeType: 'image/png', buffer: await specimen(page) })
  await page.getByRole('button', { name: '收取' }).click()
  await expect(page.getByRole('heading', { level: 2, name: '材料' })).toBeVisible()
  await expect(page.getByRole('link', { name: '核验 1 份' })).toBeVisible()
  await expect(page.locator('tbody tr').filter({ hasText: '待核验' })).toHaveCount(1)
})

test('an act is filled in by what the service asks for, and what is wrong is told at the choice', async ({ page, office }) => {
  const session = await signIn(page.request, office, 'registrar')
  const id = await openCase(page.request, office, session, application())
  await enter(page, office, 'registrar', `/cases/${id}/acts/record_check`)
  await page.locator('form.form').getByRole('button', { name: '提交' }).click()
  await expect(page.locator('.summary')).toBeFocused()
  await expect(page.locator('#field')).toHaveAttribute('aria-invalid', 'true')
  await page.locator('#field').selectOption({ index: 1 })
  await page.locator('#field-outcome').getByRole('radio').first().check()
  await page.locator('#field-checked_on').fill(await today(page.request, office, session))
  await page.locator('#field-source').fill('练习县公安局查询回执 0001')
  await page.locator('form.form').getByRole('button', { name: '提交' }).click()
  await expect(page.getByRole('status').filter({ hasText: '已办' })).toBeVisible()
})

test('a session that ends in the middle of a form keeps the text, and the same person goes on', async ({ page, office }) => {
  const session = await signIn(page.request, office, 'registrar')
  const id = await openCase(page.request, office, session, application())
  await enter(page, office, 'registrar', `/cases/${id}/acts/withdraw`)
  const reason = page.locator('textarea').first()
  await reason.fill('夫妻商量以后，决定暂不收养，申请撤回。')
  await endAllSessions(page.request, office, await signIn(page.request, office, 'registrar'))
  await page.locator('form.form').getByRole('button', { name: '下一步：核对后办理' }).click()
  await page.locator('.look-over .primary').click()
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
  await page.locator('#field-party').getByRole('radio', { name: '第一收养人' }).or(page.locator('#field-party').getByRole('radio').first()).first().check()
  await page.locator('#field-wishes').selectOption({ index: 1 })
  await act(page.request, office, session, id, 'checks', { check: 'criminal_record', party: 'adopter_1', source: '练习县公安局查询回执 0001', checked_on: await today(page.request, office, session), outcome: 'clear' })
  await page.locator('form.form').getByRole('button', { name: '提交' }).click()
  const merge = page.getByRole('dialog', { name: '您打开以后，办件有变化' })
  await expect(merge).toContainText('周明远')
  await expect(merge.locator('.merge li')).toHaveCount(1)
  await expect(merge.getByRole('region', { name: '您填写的' })).toContainText('收养人')
  await merge.getByRole('button', { name: '回到表格，用新版本继续' }).click()
  await expect(page.locator('#field-wishes')).not.toHaveValue('')
  await page.locator('form.form').getByRole('button', { name: '提交' }).click()
  await expect(page.getByRole('status').filter({ hasText: '已办' })).toBeVisible()
})

test('two registrars who change the same thing see both, field by field, and what is chosen is sent', async ({ page, office }) => {
  const session = await signIn(page.request, office, 'registrar')
  const id = await openCase(page.request, office, session, application())
  await enter(page, office, 'registrar', `/cases/${id}/acts/change_wishes`)
  await page.locator('#field-party').getByRole('radio').first().check()
  await page.locator('#field-wishes').selectOption({ index: 1 })
  const other = await signIn(page.request, office, 'registrar', 2)
  const before = await readCase<{ wishes: { agreement: boolean } }>(page.request, office, session, id)
  const theirs = { ...before.wishes, agreement: !before.wishes.agreement }
  await act(page.request, office, other, id, 'wishes', { party: 'adopter_1', wishes: theirs })
  await page.locator('form.form').getByRole('button', { name: '提交' }).click()
  const merge = page.getByRole('dialog', { name: '您打开以后，办件有变化' })
  await expect(merge.locator('.merge li')).toHaveCount(1)
  const field = merge.getByRole('group', { name: '请求事项' })
  await expect(field.getByRole('radio')).toHaveCount(2)
  await expect(field.getByRole('radio', { name: /您填写的/ })).toBeChecked()
  await expectAccessible(page, 'two who changed the same')
  // With the keys alone: the other side, and mine again.
  await field.getByRole('radio', { name: /您填写的/ }).focus()
  await page.keyboard.press('ArrowUp')
  await expect(field.getByRole('radio', { name: /办件现在的/ })).toBeChecked()
  await page.keyboard.press('ArrowDown')
  await merge.getByRole('button', { name: '按选定的提交' }).press('Enter')
  await expect(page.getByRole('status').filter({ hasText: '已办' })).toBeVisible()
  // What only one of them asked for is in the case as it was chosen.
  const { wishes } = await readCase<{ wishes: object }>(page.request, office, session, id)
  for (const other of [before.wishes, theirs]) expect(wishes).not.toEqual(other)
})

test('what the other chose is taken over where it is chosen, and the service says that nothing is left to do', async ({ page, office }) => {
  const session = await signIn(page.request, office, 'registrar')
  const id = await openCase(page.request, office, session, application())
  await enter(page, office, 'registrar', `/cases/${id}/acts/change_wishes`)
  await page.locator('#field-party').getByRole('radio').first().check()
  await page.locator('#field-wishes').selectOption({ index: 1 })
  await act(page.request, office, session, id, 'wishes', { party: 'adopter_1', wishes: { secrecy: true, agreement: true, notarisation: true } })
  await page.locator('form.form').getByRole('button', { name: '提交' }).click()
  const merge = page.getByRole('dialog', { name: '您打开以后，办件有变化' })
  await merge.getByRole('radio', { name: /办件现在的/ }).check()
  await merge.getByRole('button', { name: '按选定的提交' }).click()
  await expect(page.locator('.summary')).toContainText('没有变化')
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

/** A picture to file, made in the page. */
async function specimen(page: Page): Promise<Buffer> {
  const drawn = await page.evaluate(() => {
    const paper = document.createElement('canvas')
    paper.width = 1240
    paper.height = 1754
    const pen = paper.getContext('2d')
    if (!pen) throw new Error('nothing to draw with')
    pen.fillStyle = '#fff'
    pen.fillRect(0, 0, paper.width, paper.height)
    pen.fillStyle = '#000'
    pen.fillText(`样张 ${crypto.randomUUID()}`, 100, 100)
    return paper.toDataURL('image/png').split(',')[1] ?? ''
  })
  return Buffer.from(drawn, 'base64')
}
