// What a page of the families shows while it is read, when it could not be, and while there is nothing on it yet: from
// every side, like the pages themselves.
import { violations } from '../support/axe'
import { openOffice } from '../support/office'
import { faultsOf, settled } from '../support/sides'
import { expect, test } from '../support/test'
import { expectSlow, holdBack } from '../support/unread'
import { Heard } from '../support/words'

test.describe.configure({ timeout: 240_000 })

const READ = /\/v1\//

for (const path of ['/ask', '/notices', '/guide/stepchild', '/visit']) {
  test(`${path} says that it is being read, and that it could not be`, async ({ page, office }) => {
    const heard = new Heard(page)
    const refuse = await holdBack(page, READ)
    await page.setViewportSize({ width: 390, height: 844 })
    await page.clock.install()
    await page.goto(office.base + path)
    await expectSlow(page)
    expect(await violations(page)).toEqual([])
    refuse()
    await expect(page.locator('main [role=alert]').first()).toBeVisible()
    await expect(page.getByRole('button', { name: '重试' })).toBeVisible()
    expect(await faultsOf(page, `${path} that could not be read`, heard)).toEqual([])
  })
}

test('a form that cannot be sent keeps what was typed, with a network and without', async ({ page, context, office }) => {
  const heard = new Heard(page)
  await page.goto(`${office.base}/verify`)
  await settled(page)
  for (const [label, text] of [
    ['收养登记证字号', '（2026）渝练收字第9999号'],
    ['证的印制号', 'A0000001'],
    ['收养人身份证号的后六位', '010117'],
  ] as const) {
    await page.getByLabel(label).fill(text)
  }
  await context.setOffline(true)
  await page.getByRole('button', { name: '查一查' }).click()
  await expect(page.getByRole('alert')).toBeFocused()
  await expect(page.getByLabel('证的印制号')).toHaveValue('A0000001')
  await context.setOffline(false)
  expect(await faultsOf(page, 'a form that could not be sent', heard)).toEqual([])
})

test('a list with nothing in it says what will stand there', async ({ page }) => {
  const office = await openOffice()
  try {
    const heard = new Heard(page)
    const faults: string[] = []
    for (const path of ['/notices', '/visit', '/notices/0000000000000000']) {
      await page.goto(office.base + path)
      await page.evaluate(() => localStorage.clear())
      await page.reload()
      await settled(page)
      faults.push(...(await faultsOf(page, `${path} with nothing in it`, heard)))
    }
    expect(faults).toEqual([])
  } finally {
    await office.stop()
  }
})
