// An act that cannot be taken back shows what follows from it before it is sent, whatever the second factor.
import { application } from './support/cast'
import { openCase, readCase, signIn } from './support/service'
import { enter, expect, test } from './support/test'

test('what cannot be taken back is looked over before it is sent', async ({ page, office }) => {
  const session = await signIn(page.request, office, 'registrar')
  const id = await openCase(page.request, office, session, application())
  const before = await readCase<{ version: number }>(page.request, office, session, id)
  await enter(page, office, 'registrar', `/cases/${id}/acts/withdraw`)
  const reason = page.locator('textarea').first()
  await reason.fill('夫妻商量以后，决定暂不收养，申请撤回。')
  await page.getByRole('button', { name: '下一步：核对后办理' }).click()
  const look = page.getByRole('region', { name: '请核对' })
  await expect(look).toContainText('不能撤回')
  await expect(look).toContainText('夫妻商量以后，决定暂不收养，申请撤回。')
  // Nothing went out yet, and one may go back.
  expect((await readCase<{ version: number }>(page.request, office, session, id)).version).toBe(before.version)
  await look.getByRole('button', { name: '改', exact: true }).click()
  await expect(look).toBeHidden()
  await expect(reason).toHaveValue('夫妻商量以后，决定暂不收养，申请撤回。')
})

test('what can be done anew is sent at once', async ({ page, office }) => {
  const session = await signIn(page.request, office, 'registrar')
  const id = await openCase(page.request, office, session, application())
  await enter(page, office, 'registrar', `/cases/${id}/acts/record_check`)
  await expect(page.locator('form.form').getByRole('button', { name: '提交' })).toBeVisible()
})
