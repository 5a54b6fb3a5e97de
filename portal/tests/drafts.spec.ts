// What is typed is kept on the service, and found again by who typed it, also after a session that ended in the middle.
import { expectAccessible } from './support/axe'
import { openOffice, type Office } from './support/office'
import { placeOf as field } from './support/forms'
import { dropDrafts, endAllSessions, firstCase, signIn } from './support/service'
import { enter, expect, test as base } from './support/test'

/** An office with a case that was accepted: its parties are to be asked. */
const test = base.extend<object, { office: Office }>({
  office: [
    async ({}, use) => {
      const office = await openOffice([['[受理]', '--kind', 'stepchild']])
      await use(office)
      await office.stop()
    },
    { scope: 'worker', timeout: 120_000 },
  ],
})

test('a session that ends in the middle of an inquiry keeps the record, which is found again and sent', async ({ page, office }) => {
  const id = await firstCase(page.request, office, 'registrar', 'mine')
  await enter(page, office, 'registrar', `/cases/${id}/acts/inquire`)
  await field(page, '/party').locator('input[type=radio]').first().check()
  // A time is typed as people write it, also in full width; the service takes both when it is sent below.
  await field(page, '/began_at').fill('０９００')
  await field(page, '/ended_at').fill('9:40')
  await field(page, '/place').fill('收养登记处询问室')
  await field(page, '/recorder').fill('吴晓岚')
  await field(page, '/answers/0/question').fill('您是否自愿收养？')
  await field(page, '/answers/0/answer').fill('自愿，夫妻双方已经商量好。')
  await expect(page.locator('.kept')).toContainText('草稿已保存')
  await endAllSessions(page.request, office, await signIn(page.request, office, 'registrar'))
  await page.evaluate(() => sessionStorage.clear())
  await enter(page, office, 'registrar', `/cases/${id}/acts/inquire`)
  await expect(page.getByText(/已找回您 .* 保存的草稿/)).toBeVisible()
  await expect(field(page, '/answers/0/answer')).toHaveValue('自愿，夫妻双方已经商量好。')
  await expect(field(page, '/began_at')).toHaveValue('9:00')
  await expect(field(page, '/ended_at')).toHaveValue('9:40')
  await expect(field(page, '/place')).toHaveValue('收养登记处询问室')
  await field(page, '/signing').locator('input[type=radio]').first().check()
  await page.getByRole('button', { name: '提交' }).click()
  await expect(page.getByRole('status').filter({ hasText: '已办' })).toBeVisible()
  // The draft went with the act.
  await enter(page, office, 'registrar', `/cases/${id}/acts/inquire`)
  await expect(field(page, '/place')).toHaveValue('')
  await expect(page.getByText(/已找回您/)).toHaveCount(0)
})

test('a refusal keeps the draft, and one may drop it and begin anew', async ({ page, office }) => {
  await dropDrafts(page.request, office, 'registrar')
  const id = await firstCase(page.request, office, 'registrar', 'mine')
  await enter(page, office, 'registrar', `/cases/${id}/acts/withdraw`)
  await field(page, '/reason').fill('夫妻商量以后，决定暂不收养。')
  await page.keyboard.press('Control+s')
  await expect(page.locator('.kept')).toContainText('草稿已保存')
  await page.getByRole('button', { name: '下一步：核对后办理' }).click()
  await page.locator('.look-over .primary').click()
  await expect(page.locator('.summary')).toBeFocused()
  await page.reload()
  await expect(field(page, '/reason')).toHaveValue('夫妻商量以后，决定暂不收养。')
  await page.getByRole('button', { name: '不要草稿，重新填写' }).click()
  await expect(field(page, '/reason')).toHaveValue('')
  await page.reload()
  await expect(field(page, '/reason')).toHaveValue('')
})

test('somebody else finds no draft of mine', async ({ page, office }) => {
  await dropDrafts(page.request, office, 'registrar')
  await enter(page, office, 'registrar', '/intake')
  await field(page, '/reason').fill('愿意给孩子一个完整、温暖的家。')
  await expect(page.locator('.kept')).toContainText('草稿已保存')
  await enter(page, office, 'registrar', '/intake', 2)
  await expect(page.getByRole('button', { name: '提交申请' })).toBeVisible()
  await expect(field(page, '/reason')).toHaveValue('')
  await enter(page, office, 'registrar', '/intake')
  await expect(field(page, '/reason')).toHaveValue('愿意给孩子一个完整、温暖的家。')
  await dropDrafts(page.request, office, 'registrar')
})

test('two windows with one draft are shown side by side, and what is chosen is kept', async ({ page, context, office }) => {
  await dropDrafts(page.request, office, 'registrar')
  const id = await firstCase(page.request, office, 'registrar', 'mine')
  await enter(page, office, 'registrar', `/cases/${id}/acts/withdraw`)
  await field(page, '/reason').fill('夫妻商量以后，决定暂不收养。')
  await expect(page.locator('.kept')).toContainText('草稿已保存')
  const second = await context.newPage()
  await enter(second, office, 'registrar', `/cases/${id}/acts/withdraw`)
  await expect(field(second, '/reason')).toHaveValue('夫妻商量以后，决定暂不收养。')
  const saved = second.waitForResponse((answer) => answer.request().method() === 'PUT' && answer.ok())
  await field(second, '/reason').fill('身体原因，决定暂不收养。')
  await saved
  await field(page, '/reason').fill('工作调动，决定暂不收养。')
  const dialog = page.getByRole('dialog', { name: '这份草稿在另一个窗口改过' })
  const reason = dialog.getByRole('group', { name: '原因' })
  await expect(reason).toContainText('夫妻商量以后')
  await expect(reason.getByRole('radio', { name: /工作调动/ })).toBeChecked()
  await expectAccessible(page, 'one draft from two windows')
  await reason.getByRole('radio', { name: /身体原因/ }).check()
  await dialog.getByRole('button', { name: '按选定的保存' }).click()
  await expect(field(page, '/reason')).toHaveValue('身体原因，决定暂不收养。')
  await expect(page.locator('.kept')).toContainText('草稿已保存')
  // One draft, with what was chosen.
  await page.reload()
  await expect(field(page, '/reason')).toHaveValue('身体原因，决定暂不收养。')
  await enter(page, office, 'registrar', '/drafts')
  await expect(page.getByRole('table', { name: '我的草稿' }).locator('tbody tr')).toHaveCount(1)
  await second.close()
  await dropDrafts(page.request, office, 'registrar')
})

test('two windows that began the same form without a draft make one', async ({ page, context, office }) => {
  await dropDrafts(page.request, office, 'registrar')
  const id = await firstCase(page.request, office, 'registrar', 'mine')
  await enter(page, office, 'registrar', `/cases/${id}/acts/withdraw`)
  await expect(field(page, '/reason')).toHaveValue('')
  const second = await context.newPage()
  await enter(second, office, 'registrar', `/cases/${id}/acts/withdraw`)
  await field(second, '/reason').fill('身体原因，决定暂不收养。')
  await expect(second.locator('.kept')).toContainText('草稿已保存')
  await field(page, '/reason').fill('工作调动，决定暂不收养。')
  const dialog = page.getByRole('dialog', { name: '这份草稿在另一个窗口改过' })
  await dialog.getByRole('button', { name: '按选定的保存' }).click()
  await expect(field(page, '/reason')).toHaveValue('工作调动，决定暂不收养。')
  await enter(page, office, 'registrar', '/drafts')
  await expect(page.getByRole('table', { name: '我的草稿' }).locator('tbody tr')).toHaveCount(1)
  await second.close()
  await dropDrafts(page.request, office, 'registrar')
})

test('my drafts stand in a list from which each is continued or discarded', async ({ page, office }) => {
  await dropDrafts(page.request, office, 'registrar')
  const id = await firstCase(page.request, office, 'registrar', 'mine')
  await enter(page, office, 'registrar', '/intake')
  await field(page, '/reason').fill('愿意给孩子一个完整、温暖的家。')
  await expect(page.locator('.kept')).toContainText('草稿已保存')
  await enter(page, office, 'registrar', `/cases/${id}/acts/withdraw`)
  await field(page, '/reason').fill('夫妻商量以后，决定暂不收养。')
  await expect(page.locator('.kept')).toContainText('草稿已保存')
  await enter(page, office, 'registrar', '/today')
  await page.getByRole('main').getByRole('link', { name: '我的草稿' }).click()
  const rows = page.getByRole('table', { name: '我的草稿' }).locator('tbody tr')
  await expect(rows).toHaveCount(2)
  const withdrawal = rows.filter({ hasNotText: '收养登记申请' })
  await expect(withdrawal).toContainText('撤回')
  // Thirty days of the calendar on the wall, wherever the practice office's own day is.
  await expect(withdrawal).toContainText('还剩 30 天')
  await expect(withdrawal).toContainText(/\d+月\d+日 \d+:\d\d/)
  await expectAccessible(page, 'my drafts')
  await rows.filter({ hasText: '收养登记申请' }).getByRole('button', { name: /^不要草稿/ }).click()
  const dialog = page.getByRole('dialog', { name: '不要这份草稿？' })
  await expectAccessible(page, 'a draft to discard')
  await dialog.getByRole('button', { name: '不要了' }).click()
  await expect(rows).toHaveCount(1)
  await withdrawal.getByRole('link', { name: /^继续填写/ }).click()
  await expect(field(page, '/reason')).toHaveValue('夫妻商量以后，决定暂不收养。')
  // Another registrar has none of it.
  await enter(page, office, 'registrar', '/drafts', 2)
  await expect(page.getByText('没有草稿。')).toBeVisible()
  await dropDrafts(page.request, office, 'registrar')
})
