// What a registrar repeats is done without a mouse.
import { application } from './support/cast'
import { pressKey, pressTwice } from './support/keyboard'
import { openCase, signIn } from './support/service'
import { enter, expect, test } from './support/test'

test('from today to a case, its acts and back, by keys alone', async ({ page, office }) => {
  const session = await signIn(page.request, office, 'registrar')
  await openCase(page.request, office, session, application())
  await enter(page, office, 'registrar', '/cases')
  await expect(page.getByRole('table')).toBeVisible()
  await pressKey(page, 'j')
  await expect(page.locator('tr.on')).toHaveCount(1)
  await pressKey(page, 'o')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('收养')
  await pressKey(page, '2')
  await expect(page.getByRole('heading', { name: '材料', level: 2 })).toBeVisible()
  await pressKey(page, '1')
  await expect(page.getByLabel('查找事项')).toBeVisible()
  await pressKey(page, 'a')
  await page.keyboard.type('核查')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: '信息核查', level: 1 })).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  await pressKey(page, 'g')
  await page.keyboard.press('d')
  await expect(page.getByRole('heading', { name: '期限', level: 1 })).toBeVisible()
})

test('single letters do nothing in a field, and nothing at all when they are switched off', async ({ page, office }) => {
  await enter(page, office, 'registrar', '/today')
  await page.keyboard.press('/')
  await page.keyboard.type('n?')
  await expect(page.getByRole('searchbox').or(page.locator('.find input'))).toHaveValue('n?')
  await expect(page.getByRole('heading', { name: '今天', level: 1 })).toBeVisible()
  await page.evaluate(() => localStorage.setItem('guijia.manners', JSON.stringify({ keys: false })))
  await page.reload()
  await expect(page.getByRole('heading', { name: '今天', level: 1 })).toBeVisible()
  await pressKey(page, 'n')
  await expect(page.getByRole('heading', { name: '今天', level: 1 })).toBeVisible()
})

test('Escape twice covers the screen, and a key brings it back', async ({ page, office }) => {
  await enter(page, office, 'registrar', '/today')
  await pressTwice(page, 'Escape')
  const cover = page.getByRole('dialog', { name: /屏幕已遮住/ })
  await expect(cover).toBeVisible()
  await page.keyboard.press('Shift')
  await expect(cover).toBeHidden()
})

test('the list of keys opens by its key and closes by Escape', async ({ page, office }) => {
  await enter(page, office, 'registrar', '/today')
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: '快捷键' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog', { name: '快捷键' })).toBeHidden()
})

test('Enter while a character is composed sends nothing', async ({ page, office }) => {
  await enter(page, office, 'registrar', '/intake')
  const name = page.locator('#field-adopters-0-name')
  await name.focus()
  await name.dispatchEvent('keydown', { key: 'Enter', isComposing: true })
  await expect(page.locator('.summary')).toHaveCount(0)
  await page.keyboard.press('Enter')
  await expect(page.locator('.summary')).toHaveCount(0)
})
