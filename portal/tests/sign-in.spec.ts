// Coming in and going out.
import { enter, expect, test } from './support/test'

test('a registrar of the practice office walks in and sees today', async ({ page, office }) => {
  await page.goto(`${office.base}/desk/`)
  await expect(page.getByRole('heading', { name: '登录' })).toBeVisible()
  await page.getByLabel('职责').selectOption('registrar')
  await page.getByRole('button', { name: '进入' }).click()
  await expect(page.getByRole('heading', { name: '今天', level: 1 })).toBeVisible()
  await expect(page).toHaveTitle(/今天/)
  await expect(page.getByText('练习 · 样张')).toBeVisible()
})

test('a wrong password is told in the words of the service and the login stays', async ({ page, office }) => {
  await page.goto(`${office.base}/desk/`)
  await page.getByLabel('登录名').fill('nobody.here')
  await page.getByLabel('密码', { exact: true }).fill('not the password')
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await expect(page.getByRole('alert')).toBeFocused()
  await expect(page.getByLabel('登录名')).toHaveValue('nobody.here')
})

test('each role comes to its own first page', async ({ page, office }) => {
  for (const [role, title] of [
    ['leader', '待批'],
    ['archivist', '归档'],
    ['donation_clerk', '捐赠台账'],
    ['auditor', '查阅日志'],
    ['administrator', '人员'],
  ] as const) {
    await enter(page, office, role)
    await expect(page.getByRole('heading', { name: title, level: 1 })).toBeVisible()
    await page.evaluate(() => sessionStorage.clear())
  }
})

test('a page that is read anew goes on in the same session', async ({ page, office }) => {
  await enter(page, office, 'registrar', '/cases')
  await page.reload()
  await expect(page.getByRole('heading', { name: '办件台账', level: 1 })).toBeVisible()
})

test('signing out leaves nothing behind, also for the way back', async ({ page, office }) => {
  await enter(page, office, 'registrar', '/cases')
  await page.locator('.who summary').click()
  await page.getByRole('button', { name: '退出' }).click()
  await expect(page.getByRole('heading', { name: '登录' })).toBeVisible()
  await page.goBack()
  await expect(page.getByRole('heading', { name: '登录' })).toBeVisible()
  expect(await page.evaluate(() => sessionStorage.length)).toBe(0)
})

test('the language and the appearance are chosen once and stay on the device', async ({ page, office }) => {
  await page.goto(`${office.base}/desk/`)
  await page.getByLabel('语言').selectOption('en')
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  await page.getByLabel('Appearance').selectOption('contrast')
  await page.reload()
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'contrast')
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
})
