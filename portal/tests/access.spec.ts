// Every page against WCAG 2.2 AA, in each appearance; and at 400 % without a sideways scroll.
import type { Page } from '@playwright/test'
import { expectAccessible } from './support/axe'
import { application } from './support/cast'
import { PAGES } from './support/pages'
import { openCase, signIn } from './support/service'
import { enter, expect, test } from './support/test'

async function show(page: Page, base: string, path: string): Promise<void> {
  await page.goto(`${base}/desk${path}`)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.locator('.bars')).toHaveCount(0)
}

for (const theme of ['light', 'dark', 'contrast']) {
  for (const [role, paths] of PAGES) {
    test(`the pages of the ${role} are for everybody, ${theme}`, async ({ page, office }) => {
      test.setTimeout(180_000)
      const session = await signIn(page.request, office, 'registrar')
      const id = await openCase(page.request, office, session, application())
      await page.addInitScript((chosen) => localStorage.setItem('guijia.manners', JSON.stringify({ theme: chosen })), theme)
      await enter(page, office, role)
      for (const path of paths) {
        await show(page, office.base, path.replace('CASE', id))
        await expectAccessible(page, `${theme} ${path}`)
      }
    })
  }

  test(`the sign-in is for everybody, ${theme}`, async ({ page, office }) => {
    await page.addInitScript((chosen) => localStorage.setItem('guijia.manners', JSON.stringify({ theme: chosen })), theme)
    await show(page, office.base, '/')
    await expectAccessible(page, theme)
  })
}

test('a form with faults, a dialog and the list of keys are for everybody', async ({ page, office }) => {
  await enter(page, office, 'registrar', '/intake')
  await page.getByRole('button', { name: '提交申请' }).click()
  await expect(page.locator('.summary')).toBeFocused()
  await expectAccessible(page, 'intake with faults')
  await page.locator('h1').focus()
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog')).toBeVisible()
  await expectAccessible(page, 'keys')
})

// 400 % of 1366 by 768 leaves so much, and the large text comes on top.
for (const [width, size] of [
  [341, 'usual'],
  [320, 'large'],
] as const) {
  test(`no page scrolls sideways at ${width} pixels, text ${size}`, async ({ page, office }) => {
    test.setTimeout(180_000)
    const session = await signIn(page.request, office, 'registrar')
    const id = await openCase(page.request, office, session, application())
    await page.setViewportSize({ width, height: 640 })
    for (const language of ['zh-CN', 'en']) {
      await page.addInitScript((manners) => localStorage.setItem('guijia.manners', JSON.stringify(manners)), { language, size })
      for (const [role, paths] of PAGES) {
        await enter(page, office, role)
        for (const path of paths) {
          await show(page, office.base, path.replace('CASE', id))
          const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
          expect(wide, `${language} ${path}`).toBeLessThanOrEqual(0)
        }
      }
    }
  })
}
