// What a family sends before it comes: a draft that is found again, photos that go on after the line was cut.
import { expect, test } from '../support/test'
import { begin, photo } from './draft'

test('a draft saves itself and is found again with its code alone', async ({ page, browser, office }) => {
  const code = await begin(page, office)
  expect(page.url()).not.toContain(code)
  const elsewhere = await (await browser.newContext()).newPage()
  await elsewhere.goto(`${office.base}/apply`)
  await elsewhere.getByLabel('凭证码').fill('0123-4567-89AB-CDEF')
  await elsewhere.getByRole('button', { name: '打开' }).click()
  await expect(elsewhere.getByRole('alert')).toBeFocused()
  await elsewhere.getByLabel('凭证码').fill(code.toLowerCase().replaceAll('-', ' '))
  await elsewhere.getByRole('button', { name: '打开' }).click()
  await expect(elsewhere.getByLabel('收养人姓名', { exact: true })).toHaveValue('秦望舒')
  // Both change it: who is second is asked, and nothing is lost silently.
  await elsewhere.getByLabel('联系电话').fill('023-40000009')
  await expect(elsewhere.getByText(/已保存/)).toBeVisible()
  await page.getByLabel('孩子的情况').fill('五岁，喜欢画画')
  await expect(page.getByText('这份预申请刚才在别的手机或者电脑上改过。')).toBeVisible()
  await page.getByRole('button', { name: '用我这里填的' }).click()
  await expect(page.getByText(/已保存/)).toBeVisible()
  await elsewhere.context().close()
})

test('what is typed without a network is kept, and saved when it is back', async ({ page, context, office }) => {
  await begin(page, office)
  await context.setOffline(true)
  await page.getByLabel('孩子的情况').fill('六岁')
  await expect(page.getByRole('alert')).toContainText('现在连不上网')
  await expect(page.getByLabel('孩子的情况')).toHaveValue('六岁')
  await context.setOffline(false)
  await expect(page.getByText(/已保存/)).toBeVisible()
})

test('a photo goes on with the part that is missing after a cut, and nothing of the camera is in it', async ({ page, office }) => {
  test.setTimeout(300_000)
  await begin(page, office)
  await page.getByRole('link', { name: '下一步：拍材料' }).click()
  const parts: string[] = []
  let cuts = 2
  let camera = false
  await page.route('**/parts/*', async (route) => {
    camera ||= route.request().postDataBuffer()?.includes('secret-camera') ?? false
    parts.push(route.request().url().split('/').pop() ?? '')
    if (parts.length > 1 && cuts > 0) {
      cuts -= 1
      await route.abort('connectionreset')
    } else await route.continue()
  })
  const row = page.locator('li.paper').first()
  await row.locator('input[capture]').setInputFiles({ name: 'photo.jpg', mimeType: 'image/jpeg', buffer: await photo(page) })
  await expect(row.getByText('已传 1 张')).toBeVisible({ timeout: 90_000 })
  expect(parts.slice(0, 4)).toEqual(['0', '1', '1', '1'])
  expect(camera).toBe(false)
  await row.locator('input[multiple]').setInputFiles({ name: 'letter.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('no photo') })
  await expect(row.getByRole('alert')).toContainText('不是能打开的照片')
  await row.getByRole('button', { name: '去掉' }).last().click()
  await page.getByRole('button', { name: '提交给窗口预看' }).click()
  await expect(page.getByRole('heading', { name: '已经提交' })).toBeVisible()
  await page.reload()
  await expect(page.getByRole('heading', { name: '已经提交' })).toBeVisible()
  await page.getByRole('button', { name: '退出' }).click()
  await expect(page).toHaveURL(/\/left$/)
  expect(await page.evaluate(() => sessionStorage.length)).toBe(0)
})
