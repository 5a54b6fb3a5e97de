// How a case stands: opened with the receipt, and nothing of it left behind.
import { expect, test } from '../support/test'
import { openFamilyCase, openStatus } from './family'

test('a code in the address is read once and stands in it no more', async ({ page, office }) => {
  await page.goto(`${office.base}/my#0123-4567-89ab-cdef`)
  await expect(page.getByLabel('查询码')).toHaveValue('0123-4567-89AB-CDEF')
  expect(new URL(page.url()).hash).toBe('')
  await page.reload()
  await expect(page.getByLabel('查询码')).toHaveValue('')
  await page.evaluate(() => (window.location.hash = '#FEDC-BA98-7654-3210'))
  await expect(page.getByLabel('查询码')).toHaveValue('FEDC-BA98-7654-3210')
  expect(new URL(page.url()).hash).toBe('')
})

test('a code is taken as people write it, and shown in groups', async ({ page, office }) => {
  await page.goto(`${office.base}/my`)
  await page.getByLabel('查询码').fill('ｆｅｄｃ ba98—7654 3210')
  await expect(page.getByLabel('查询码')).toHaveValue('FEDC-BA98-7654-3210')
})

test('whatever is wrong, the page says the same and keeps what was typed', async ({ page, office }) => {
  const opened = await openFamilyCase(page.request, office)
  const said: string[] = []
  for (const [code, name, lastSix] of [
    [opened.code, '陶然', opened.lastSix],
    [opened.code, opened.name, '000000'],
    ['0123-4567-89AB-CDEF', opened.name, opened.lastSix],
  ] as const) {
    await page.goto(`${office.base}/my`)
    await page.getByLabel('查询码').fill(code)
    await page.getByLabel('姓名').fill(name)
    await page.getByLabel('身份证号的后六位').fill(lastSix)
    await page.getByRole('button', { name: '看进度' }).click()
    await expect(page.getByRole('alert')).toBeFocused()
    said.push(await page.getByRole('alert').innerText())
    await expect(page.getByLabel('姓名')).toHaveValue(name)
  }
  expect(new Set(said).size).toBe(1)
})

test('what is missing is named beside its field', async ({ page, office }) => {
  await page.goto(`${office.base}/my`)
  await page.getByRole('button', { name: '看进度' }).click()
  for (const label of ['查询码', '姓名', '身份证号的后六位']) {
    await expect(page.getByLabel(label)).toHaveAttribute('aria-invalid', 'true')
    await expect(page.getByLabel(label)).toHaveAccessibleDescription(/这一项还没填/)
  }
})

test('the page answers who is next, what to bring and why, with the keyboard alone', async ({ page, office }) => {
  const opened = await openFamilyCase(page.request, office)
  await page.goto(`${office.base}/my`)
  await page.getByLabel('查询码').focus()
  await page.keyboard.insertText(opened.code)
  await page.keyboard.press('Tab')
  await page.keyboard.insertText(opened.name)
  await page.keyboard.press('Tab')
  await page.keyboard.insertText(opened.lastSix)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: '下一步' })).toBeVisible()
  await expect(page.getByRole('heading', { name: /要您做的/ })).toBeVisible()
  await expect(page.getByRole('heading', { name: '走到哪里了' })).toBeVisible()
  await expect(page).toHaveTitle('办理进度 · 归家')
  const why = page.locator('.thing summary').first()
  await why.focus()
  await page.keyboard.press('Enter')
  await expect(page.locator('.thing details[open] .cite').first()).toContainText('条')
})

test('leaving goes to a page that says nothing, and the way back shows nothing', async ({ page, office }) => {
  const opened = await openFamilyCase(page.request, office)
  await openStatus(page, office, opened)
  const sentence = await page.getByRole('heading', { level: 1 }).innerText()
  await page.getByRole('button', { name: '退出' }).click()
  await expect(page).toHaveURL(`${office.base}/left`)
  await expect(page).toHaveTitle('已退出')
  expect(await page.evaluate(() => sessionStorage.length)).toBe(0)
  await page.goBack()
  await expect(page.getByText(sentence)).toHaveCount(0)
  await page.goto(`${office.base}/my`)
  await expect(page.getByLabel('查询码')).toBeVisible()
})

test('a page that is read anew goes on; one of another tab begins anew', async ({ page, context, office }) => {
  const opened = await openFamilyCase(page.request, office)
  await openStatus(page, office, opened)
  await page.reload()
  await expect(page.locator('.number')).toBeVisible()
  const other = await context.newPage()
  await other.goto(`${office.base}/my`)
  await expect(other.getByLabel('查询码')).toBeVisible()
})
