// What each of the staff does again and again, from the first page to the outcome, by keys alone: nothing is pressed with
// a mouse, and what has the focus is said after every step that moves it.
import type { Page } from '@playwright/test'
import { openAccepted } from './support/accepted'
import { stepchild } from './support/cast'
import { enterWithFactor, NOT_FRESH } from './support/factor'
import { choose, press, tabTo, tabUntil, write } from './support/keyboard'
import { scan } from './support/scan'
import { act, dropDrafts, signIn } from './support/service'
import { enter, expect, testAfter } from './support/test'
import { tabInto, typeIn } from './support/typed'

/** An office with a volume that is closed and a case that waits for a leader. */
const test = testAfter([
  // The volume first: until it is closed many days pass.
  ['--until', 'archive', '--kind', 'stepchild'],
  ['--until', 'propose', '--kind', 'collateral_kin'],
])

test.describe.configure({ timeout: 240_000 })

const heading = (page: Page) => page.getByRole('heading', { level: 1 })
const done = (page: Page) => page.getByRole('status').filter({ hasText: '已办' })

test('a registrar takes in an application, files its first paper and looks it over', async ({ page, office }) => {
  await dropDrafts(page.request, office, 'registrar')
  await enter(page, office, 'registrar', '/today')
  await expect(heading(page)).toBeFocused()
  await page.keyboard.press('n')
  await expect(heading(page)).toHaveText('收件')
  await expect(heading(page)).toBeFocused()
  await typeIn(page, '', stepchild())
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('status').filter({ hasText: '申请已收下' })).toBeVisible()
  await expect(heading(page)).toBeFocused()

  await page.keyboard.press('2')
  await expect(page.getByRole('heading', { name: '材料', level: 2 })).toBeVisible()
  await press(page, /^收取材料$/)
  await expect(heading(page)).toHaveText('收取材料')
  await expect(heading(page)).toBeFocused()
  // Waited for before the way there, not with the key itself: the browser has to know of it when the key comes.
  const asked = page.waitForEvent('filechooser', { timeout: 60_000 })
  await tabTo(page, /^扫描件/)
  await page.keyboard.press('Space')
  await (await asked).setFiles({ name: 'scan.pdf', mimeType: 'application/pdf', buffer: scan('by keys') })
  await press(page, /^收取$/)
  await expect(page).toHaveURL(/\/papers$/)

  await press(page, /^核验 1 份$/)
  await expect(heading(page)).toBeFocused()
  await page.keyboard.press('Space')
  await expect(page.locator('.facts .state.done')).toHaveCount(1)
  await page.keyboard.press('x')
  await expect(page.locator('.facts .state.bad')).toHaveCount(1)
  await tabUntil(page, ({ kind }) => kind === 'radio', 'how it was compared')
  await choose(page, /^当面签名或者按指纹$/)
  await press(page, /^核验无误$/)
  await expect(page).toHaveURL(/\/papers$/)
  await expect(page.locator('tbody tr').filter({ hasText: '当面签名' })).toHaveCount(1)
})

test('a registrar asks a party and writes it down', async ({ page, office }) => {
  const session = await signIn(page.request, office, 'registrar')
  const id = await openAccepted(page.request, office, session)
  await enter(page, office, 'registrar', `/cases/${id}`)
  await expect(heading(page)).toBeFocused()
  await page.keyboard.press('a')
  await expect(page.getByLabel('查找事项')).toBeFocused()
  await page.keyboard.insertText('询问')
  await press(page, /询问/)
  await expect(page).toHaveURL(/\/acts\/inquire$/)
  await expect(heading(page)).toBeFocused()
  await tabInto(page, '/party')
  await page.keyboard.press('Space')
  await typeIn(page, '', {
    began_at: '0900',
    ended_at: '9:40',
    place: '收养登记处询问室',
    recorder: '吴晓岚',
    answers: [
      { question: '您是否自愿收养？', answer: '自愿。' },
      { question: '孩子和您一起住了多久？', answer: '三年。' },
    ],
    signing: 'read_and_signed',
  })
  await press(page, /^提交$/)
  await expect(done(page)).toBeVisible()
  await expect(heading(page)).toBeFocused()
})

test('a leader opens what waits, sends it back with reasons, and approves it later with the second factor shown anew', async ({ page, office }) => {
  const [code = ''] = await enterWithFactor(page, office, 'leader', 2, '/approvals')
  await openNextApproval(page)
  const id = new URL(page.url()).pathname.split('/').pop() ?? ''
  await tabUntil(page, ({ kind }) => kind === 'radio', 'the decision')
  await choose(page, /^退回/)
  await write(page, /^原因/, '请补充询问送养人。')
  await press(page, /^提交$/)
  await expect(done(page)).toBeVisible()
  await expect(heading(page)).toBeFocused()

  // The registrar puts it forward anew meanwhile.
  const registrar = await signIn(page.request, office, 'registrar')
  await act(page.request, office, registrar, id, 'proposal', { opinion: '已补充询问送养人，建议准予登记。' })
  await page.reload()
  await expect(heading(page)).toBeVisible()
  await inMenu(page, /^待批$/)
  await openNextApproval(page)
  await tabUntil(page, ({ kind }) => kind === 'radio', 'the decision')
  await choose(page, /^批准$/)
  await write(page, /意见/, '同意登记。')
  await press(page, /^下一步：核对后办理$/)
  const look = page.getByRole('region', { name: '请核对' })
  await expect(look).toContainText('同意登记。')
  // As the service says it of a factor that was shown too long ago.
  await page.route('**/v1/cases/*/approval', (route) => route.fulfill({ status: 403, contentType: 'application/problem+json', body: NOT_FRESH }), { times: 1 })
  await press(page, /^批准$/)
  const dialog = page.getByRole('dialog', { name: '请再次验证' })
  await expect(dialog.getByLabel('验证码')).toBeFocused()
  await page.keyboard.insertText('000000')
  await page.keyboard.press('Enter')
  await expect(dialog.getByRole('alert')).toBeFocused()
  await tabTo(page, /^验证码/)
  await page.keyboard.insertText(code)
  await page.keyboard.press('Enter')
  await expect(done(page)).toBeVisible()
  await expect(dialog).toBeHidden()
  await inMenu(page, /^待批$/)
  await expect(page.getByText('还没有待批的办件。')).toBeVisible()
})

/** Presses an entry of the menu; an act of the page may be called the same. */
async function inMenu(page: Page, name: RegExp): Promise<void> {
  await tabUntil(page, ({ called, within }) => name.test(called) && !within.includes('content'), String(name))
  await page.keyboard.press('Enter')
}

async function openNextApproval(page: Page): Promise<void> {
  await expect(heading(page)).toHaveText('待批')
  await press(page, /^审阅$/)
  await expect(page.getByRole('region', { name: '值得注意' })).toBeVisible()
  await expect(heading(page)).toBeFocused()
}

test('an archivist opens a volume, lends it and takes it back', async ({ page, office }) => {
  await enter(page, office, 'archivist')
  await expect(heading(page)).toHaveText('归档')
  await expect(heading(page)).toBeFocused()
  await press(page, /^已归档，回访中$/)
  await press(page, /^案卷$/)
  await expect(page.getByRole('heading', { name: '卷内文件目录', level: 2 })).toBeVisible()
  await expect(heading(page)).toBeFocused()
  await tabUntil(page, ({ within, called }) => within.includes('content') && /查阅/.test(called), 'lending the volume')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/acts\/lend_volume$/)
  await expect(heading(page)).toBeFocused()
  await tabInto(page, '/ground')
  await choose(page, /^当事人/)
  await tabInto(page, '/reader')
  await page.keyboard.press('Space')
  await typeIn(page, '', { identity_shown: '居民身份证', purpose: '办理孩子入学。' })
  await press(page, /^提交$/)
  await expect(done(page)).toBeVisible()

  await inMenu(page, /^归档$/)
  await press(page, /^正在查阅$/)
  await press(page, /^收回$/)
  await expect(page).toHaveURL(/\/acts\/return_volume$/)
  await expect(heading(page)).toBeFocused()
  await typeIn(page, '', { complete: true })
  await press(page, /^提交$/)
  await expect(done(page)).toBeVisible()
  await inMenu(page, /^归档$/)
  await press(page, /^正在查阅$/)
  await expect(page.getByText('没有借出查阅的案卷。')).toBeVisible()
})
