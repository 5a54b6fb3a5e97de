// What opens over a page of the desk, and what a page shows while it is read, when it could not be, when it is not for the
// reader and while there is nothing on it yet: each from every side, like the pages themselves.
import type { Page } from '@playwright/test'
import { expectAccessible, violations } from './support/axe'
import { application } from './support/cast'
import { NOT_FRESH } from './support/factor'
import { pressTwice } from './support/keyboard'
import { openOffice, type Office } from './support/office'
import { act, dropDrafts, endAllSessions, openCase, signIn, today, type Role } from './support/service'
import { cutOff, sideways } from './support/shape'
import { faultsOf, settled } from './support/sides'
import { enter, expect, test } from './support/test'
import { expectSlow, holdBack } from './support/unread'
import { Heard } from './support/words'

test.describe.configure({ timeout: 240_000 })

/** Comes to a page anew, as on a device nobody has chosen anything on. */
async function come(page: Page, { base }: Office, path: string): Promise<void> {
  await page.setViewportSize({ width: 1366, height: 768 })
  await page.evaluate(() => localStorage.clear())
  await page.goto(`${base}/desk${path}`)
}

const REASON = '夫妻商量以后，决定暂不收养，申请撤回。'

async function fillIn(page: Page): Promise<void> {
  await page.getByRole('radio', { name: '收养人二', exact: true }).check()
  await page.locator('textarea').first().fill(REASON)
}

/** A withdrawal as it is looked over before it goes out. */
async function lookOver(page: Page): Promise<void> {
  await fillIn(page)
  await page.getByRole('button', { name: '下一步：核对后办理' }).click()
  await expect(page.getByRole('region', { name: '请核对' })).toBeVisible()
}

test('what opens over the page of a registrar is for everybody', async ({ page, office }) => {
  const session = await signIn(page.request, office, 'registrar')
  const id = await openCase(page.request, office, session, application())
  const heard = new Heard(page)
  heard.typed(REASON)
  const faults: string[] = []
  const see = async (what: string) => void faults.push(...(await faultsOf(page, what, heard)))
  await enter(page, office, 'registrar', '/today')

  await come(page, office, '/today')
  await settled(page)
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: '快捷键' })).toBeVisible()
  await see('the list of keys')

  await come(page, office, '/today')
  await settled(page)
  await page.locator('.who summary').click()
  await see('the menu of whoever is signed in')

  await come(page, office, '/intake')
  await page.getByRole('button', { name: '提交申请' }).click()
  await expect(page.locator('.summary')).toBeFocused()
  await see('an application with nothing in it')

  await come(page, office, `/cases/${id}/acts/withdraw`)
  await lookOver(page)
  await see('what cannot be taken back, looked over')

  await come(page, office, `/cases/${id}/acts/withdraw`)
  await lookOver(page)
  await page.route('**/v1/cases/*/withdrawal', (route) => route.fulfill({ status: 403, contentType: 'application/problem+json', body: NOT_FRESH }), { times: 1 })
  await page.locator('.look-over .primary').click()
  await expect(page.getByRole('dialog', { name: '请再次验证' })).toBeVisible()
  await see('the second factor')
  await dropDrafts(page.request, office, 'registrar')

  await come(page, office, `/cases/${id}/acts/withdraw`)
  await fillIn(page)
  await act(page.request, office, session, id, 'checks', { check: 'criminal_record', party: 'adopter_1', source: '练习县公安局查询回执 0001', checked_on: await today(page.request, office, session), outcome: 'clear' })
  await page.getByRole('button', { name: '下一步：核对后办理' }).click()
  await page.locator('.look-over .primary').click()
  await expect(page.getByRole('dialog', { name: '您打开以后，办件有变化' }).locator('.merge li')).toHaveCount(1)
  await see('what another did meanwhile')

  await come(page, office, '/drafts')
  await page.getByRole('button', { name: /^不要/ }).first().click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await see('a draft to be discarded')

  expect(faults).toEqual([])
})

test('a session that ended asks for whoever was there, and goes by signing in alone', async ({ page, office }) => {
  await page.clock.install()
  const session = await signIn(page.request, office, 'registrar')
  const id = await openCase(page.request, office, session, application())
  await enter(page, office, 'registrar', `/cases/${id}/acts/withdraw`)
  await lookOver(page)
  await endAllSessions(page.request, office, await signIn(page.request, office, 'registrar'))
  await page.locator('.look-over .primary').click()
  const ended = page.getByRole('dialog', { name: '登录已到期' })
  await expect(ended).toBeVisible()
  for (let times = 0; times < 3; times += 1) {
    await page.keyboard.press('Escape')
    // Two at once would cover the screen.
    await page.clock.fastForward(700)
  }
  await expect(ended).toBeVisible()
  await expectAccessible(page, 'a session that ended')
  await page.setViewportSize({ width: 320, height: 640 })
  expect([...(await sideways(page)), ...(await cutOff(page))]).toEqual([])
})

test('the cover is over everything, has the keys to itself, and asks who is there after a while', async ({ page, office }) => {
  await page.clock.install()
  const heard = new Heard(page)
  await enter(page, office, 'registrar', '/today')
  await settled(page)
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: '快捷键' })).toBeVisible()
  await pressTwice(page, 'Escape')
  const cover = page.getByRole('dialog', { name: /屏幕已遮住/ })
  await expect(cover).toBeVisible()
  const faults = await faultsOf(page, 'the cover', heard)
  // The looking took its time, and pressed no key but the one that shows where the focus is.
  await pressTwice(page, 'Escape')
  await page.clock.fastForward(10_500)
  await page.keyboard.press('Shift')
  await expect(page.locator('dialog.blank form').first()).toBeVisible()
  for (let times = 0; times < 20; times += 1) {
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement === document.body || document.activeElement?.closest('dialog.blank') !== null)).toBe(true)
  }
  faults.push(...(await faultsOf(page, 'the cover with a form', heard)))
  expect(faults).toEqual([])
})

test('what opens over the pages of an administrator is for everybody', async ({ page, office }) => {
  const heard = new Heard(page)
  const faults: string[] = []
  await enter(page, office, 'administrator', '/people')
  for (const [path, button] of [
    ['/people', '邀请'],
    ['/people', '周明远'],
    ['/assessors', '许文静：培训、考试和查询'],
    ['/assessors', '许文静：岗位证书'],
    ['/assessors', '登记评估机构'],
  ] as const) {
    await come(page, office, path)
    await settled(page)
    await page.getByRole('button', { name: button }).first().click()
    await expect(page.getByRole('dialog')).toBeVisible()
    await expect(page.locator('dialog .bars, dialog .soon')).toHaveCount(0)
    faults.push(...(await faultsOf(page, `${path} with ${button} pressed`, heard)))
  }
  expect(faults).toEqual([])
})

/** What each of them sees on the first day of an office. */
const EMPTY: [Role, string[]][] = [
  ['registrar', ['/today', '/cases', '/deadlines', '/counter', '/drafts', '/statistics', '/search']],
  ['leader', ['/approvals', '/incidents', '/donation-holds', '/handover']],
  ['assessor', ['/tasks', '/tasks/waiting']],
  ['archivist', ['/archive']],
  ['visitor', ['/visits']],
  ['institution', ['/children']],
  ['agency_manager', ['/agency']],
  ['donation_clerk', ['/donations']],
  ['auditor', ['/chains']],
]

test('a list with nothing in it says what will stand there', async ({ page }) => {
  const office = await openOffice()
  try {
    const heard = new Heard(page)
    const faults: string[] = []
    for (const [role, paths] of EMPTY) {
      await enter(page, office, role)
      for (const path of paths) {
        await come(page, office, path)
        await settled(page)
        // The figures count nothing by steps and kinds that there are.
        if (path !== '/statistics') await expect(page.locator('tbody tr:not(.group)')).toHaveCount(0)
        faults.push(...(await faultsOf(page, `${path} with nothing in it`, heard)))
      }
    }
    expect(faults).toEqual([])
  } finally {
    await office.stop()
  }
})

/** Everything a page reads, but for who one is and which office it is. */
const READ = /\/v1\/(?!me$|office$|token-refresh|public\/office|practice)/

const DRAWN: [Role, string[]][] = [
  ['registrar', ['/today', '/cases/CASE', '/cases/CASE/acts/inquire', '/counter']],
  ['leader', ['/approvals/CASE', '/donation-holds']],
  ['archivist', ['/archive/CASE']],
  ['assessor', ['/tasks']],
  ['auditor', ['/audit', '/chains']],
  ['administrator', ['/assessors']],
]

test('a page that is being read, and one that could not be, says so', async ({ page, office }) => {
  await page.clock.install()
  const id = await openCase(page.request, office, await signIn(page.request, office, 'registrar'), application())
  const heard = new Heard(page)
  const faults: string[] = []
  for (const [role, paths] of DRAWN) {
    await enter(page, office, role)
    for (const path of paths.map((each) => each.replace('CASE', id))) {
      const refuse = await holdBack(page, READ)
      await come(page, office, path)
      await expectSlow(page)
      if (path === '/today') faults.push(...(await faultsOf(page, `${path} being read`, heard)))
      else faults.push(...(await violations(page)).map((fault) => `${path} being read: ${fault}`))
      refuse()
      await expect(page.locator('main [role=alert]').first()).toBeVisible()
      faults.push(...(await faultsOf(page, `${path} that could not be read`, heard)))
      await page.unroute(READ)
    }
  }
  expect(faults).toEqual([])
})

test('what is not for the reader looks like what is not there', async ({ page, office }) => {
  const id = await openCase(page.request, office, await signIn(page.request, office, 'registrar'), application())
  const heard = new Heard(page)
  const faults: string[] = []
  for (const [role, path] of [
    ['visitor', `/cases/${id}`],
    ['registrar', `/cases/${crypto.randomUUID()}`],
    ['institution', `/children/${crypto.randomUUID()}`],
    ['assessor', `/tasks/${id}`],
    ['registrar', '/chains'],
  ] as const) {
    await enter(page, office, role)
    await come(page, office, path)
    await settled(page)
    await expect(page.getByText('没有这个页面，或者您无权查看').first()).toBeVisible()
    faults.push(...(await faultsOf(page, `${path} to a ${role}`, heard)))
  }
  expect(faults).toEqual([])
})
