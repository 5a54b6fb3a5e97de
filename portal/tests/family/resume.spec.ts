// A line that is cut in the middle of a photo, and a page that is gone: what had come stays, on this device and another.
import type { Page } from '@playwright/test'
import { expect, test } from '../support/test'
import { begin, photo } from './draft'

// A large photo is made smaller by the page itself, which takes its time on a busy machine.
test.describe.configure({ timeout: 300_000 })

/** Notes which parts of which upload are sent, and cuts the line after so many, for ever. */
async function cutAfter(page: Page, most: number): Promise<string[]> {
  const sent: string[] = []
  await page.route('**/parts/*', async (route) => {
    if (sent.length >= most) return route.abort('internetdisconnected')
    sent.push(new URL(route.request().url()).pathname.split('/').slice(-3).join('/'))
    await route.continue()
  })
  return sent
}

test('a photo that was cut off goes on with its missing part when the page was gone, and is found on another device', async ({ page, browser, office }) => {
  const code = await begin(page, office)
  await page.getByRole('link', { name: '下一步：拍材料' }).click()
  const before = await cutAfter(page, 1)
  const picture = { name: 'photo.jpg', mimeType: 'image/jpeg', buffer: await photo(page) }
  const row = page.locator('li.paper').first()
  await row.locator('input[capture]').setInputFiles(picture)
  await expect(row.getByText('没有网络')).toBeVisible({ timeout: 90_000 })
  expect(before).toHaveLength(1)

  // The phone throws the page away; the tab comes back and still knows the code.
  page.on('dialog', (dialog) => void dialog.accept())
  await page.reload()
  await expect(row.getByText('这张没有传完')).toBeVisible()
  await expect(page.getByRole('button', { name: '提交给窗口预看' })).toBeDisabled()
  await expect(page.getByText('照片传完才能提交')).toBeVisible()
  await page.unroute('**/parts/*')
  const after = await cutAfter(page, 20)
  await row.locator('input[multiple]').setInputFiles(picture)
  await expect(row.getByText('已传 1 张')).toBeVisible({ timeout: 90_000 })
  // The same upload, and only what had not come.
  expect(new Set([...before, ...after].map((part) => part.split('/')[0])).size).toBe(1)
  expect(after).not.toContain(before[0])
  await expect(row.getByText('这张没有传完')).toHaveCount(0)

  const phone = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'zh-CN' })
  const elsewhere = await phone.newPage()
  await elsewhere.goto(`${office.base}/apply`)
  await elsewhere.getByLabel('凭证码').fill(code)
  await elsewhere.getByRole('button', { name: '打开' }).click()
  await expect(elsewhere.getByLabel('收养人姓名', { exact: true })).toHaveValue('秦望舒')
  await elsewhere.getByRole('link', { name: '下一步：拍材料' }).click()
  await expect(elsewhere.locator('li.paper').first().getByText('已传 1 张')).toBeVisible()
  await elsewhere.getByRole('button', { name: '提交给窗口预看' }).click()
  await expect(elsewhere.getByRole('heading', { name: '已经提交' })).toBeVisible()
  await phone.close()
})

test('another photo is a photo of its own beside one that was cut off', async ({ page, office }) => {
  await begin(page, office)
  await page.getByRole('link', { name: '下一步：拍材料' }).click()
  const row = page.locator('li.paper').first()
  await cutAfter(page, 1)
  await row.locator('input[capture]').setInputFiles({ name: 'photo.jpg', mimeType: 'image/jpeg', buffer: await photo(page) })
  await expect(row.getByText('没有网络')).toBeVisible({ timeout: 90_000 })
  page.on('dialog', (dialog) => void dialog.accept())
  await page.reload()
  await page.unroute('**/parts/*')
  await row.locator('input[capture]').setInputFiles({ name: 'other.jpg', mimeType: 'image/jpeg', buffer: await photo(page, 4000) })
  await expect(row.getByText('已传 1 张')).toBeVisible({ timeout: 90_000 })
  await expect(row.getByText('这张没有传完')).toBeVisible()
  await row.locator('.photo').filter({ hasText: '没有传完' }).getByRole('button', { name: '去掉' }).click()
  await expect(row.getByText('这张没有传完')).toHaveCount(0)
  await expect(row.getByText('已传 1 张')).toBeVisible()
})
