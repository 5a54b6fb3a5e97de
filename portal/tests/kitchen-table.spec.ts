// A visit at a kitchen table without a line: the record of it, its photos and an entry of the log are kept sealed, are sent
// in order when there is a line, and stand in the case once.
import type { Page } from '@playwright/test'
import type { Story } from './support/assessment'
import { PERSONAL } from './support/cast'
import { placeOf } from './support/forms'
import type { Office } from './support/office'
import { scan } from './support/scan'
import { endAllSessions, signIn } from './support/service'
import { everythingKept, recordsKept } from './support/storage'
import { enter, expect, test } from './support/assessed'

test.describe.configure({ timeout: 180_000 })

const SEEN = '孩子在自己的房间里画画，申请人坐在旁边陪着。'
const NOTED = '孩子主动叫了一声妈妈。'
const WINDOW = '儿童房的窗户装了限位器'

interface Record {
  notes: string
  evidence: { number: number; what: string }[]
}
interface Scored {
  records: Record[]
  log: { what: string }[]
  files: { piece: number; number: number }[]
}

async function scoredOf(story: Story, person = 1): Promise<Scored> {
  return (await story.view('assessor', person)).assessment.scored as unknown as Scored
}

/** At the visits of a task, with the desk and the forms on the device. */
async function atTheTable(page: Page, office: Office, story: Story): Promise<void> {
  await page.setViewportSize({ width: 1024, height: 768 })
  const acts = page.waitForResponse((answer) => answer.url().endsWith(`/v1/cases/${story.id}/acts`))
  await enter(page, office, 'assessor', `/tasks/${story.id}/visits`)
  await (await acts).finished()
  await page.evaluate(() => navigator.serviceWorker.ready)
  await expect.poll(() => recordsKept(page)).toBeGreaterThan(3)
}

/** Records a visit with one piece of evidence. */
async function recordVisit(page: Page, story: Story): Promise<void> {
  await page.getByRole('link', { name: '记录走访' }).click()
  await fillVisit(page, story)
  await page.locator('form.form').getByRole('button', { name: '提交' }).click()
}

/** Fills the form as its assessor does. */
async function fillVisit(page: Page, story: Story): Promise<void> {
  await choose(page, '/method', '入户走访')
  await placeOf(page, '/on').fill(story.today)
  await placeOf(page, '/began_at').fill('15:00')
  await placeOf(page, '/ended_at').fill('15:50')
  await placeOf(page, '/place').fill('申请人住所')
  for (const box of await placeOf(page, '/assessors').getByRole('checkbox').all()) await box.check()
  await placeOf(page, '/notes').fill(SEEN)
  await placeOf(page, '/evidence').getByRole('button', { name: /^再加一项/ }).click()
  await choose(page, '/evidence/0/kind', '入户所见')
  await placeOf(page, '/evidence/0/what').fill(WINDOW)
  const seen = (await story.items()).find(({ evidence }) => evidence.includes('home'))
  await placeOf(page, '/evidence/0/items').getByRole('checkbox', { name: new RegExp(`^${seen?.code} `) }).check()
}

async function choose(page: Page, pointer: string, word: string): Promise<void> {
  const field = placeOf(page, pointer)
  if ((await field.evaluate((element) => element.tagName)) === 'SELECT') await field.selectOption({ label: word })
  else await field.getByRole('radio', { name: word, exact: true }).check()
}

async function note(page: Page, story: Story): Promise<void> {
  await page.getByRole('link', { name: '融合', exact: true }).click()
  await page.getByRole('link', { name: '记一条' }).click()
  await placeOf(page, '/on').fill(story.today)
  await placeOf(page, '/what').fill(NOTED)
  await page.locator('form.form').getByRole('button', { name: '提交' }).click()
}

async function addPhotos(page: Page, names: string[]): Promise<void> {
  await page.getByRole('link', { name: '走访', exact: true }).click()
  await page.getByRole('link', { name: '存入照片或者文件' }).first().click()
  await expect(page.getByLabel('佐证', { exact: true }).locator('option').first()).toContainText(WINDOW)
  await page.getByLabel('照片或者文件').setInputFiles(names.map((name) => ({ name: `${name}.pdf`, mimeType: 'application/pdf', buffer: scan(name) })))
  await page.getByRole('button', { name: '存入', exact: true }).click()
}

test('a visit with two photos and an entry of the log, recorded without a line, stands in the case exactly once', async ({ page, context, office, story }) => {
  const before = await scoredOf(story)
  await atTheTable(page, office, story)
  await context.setOffline(true)
  await page.getByRole('link', { name: '记录走访' }).click()
  await fillVisit(page, story)
  // The page is read anew in the middle of the form.
  await page.reload()
  await expect(placeOf(page, '/notes')).toHaveValue(SEEN)
  await page.locator('form.form').getByRole('button', { name: '提交' }).click()
  await expect(page.getByText('没有网络，存在本机：1 条记录')).toBeVisible()
  await addPhotos(page, ['window', 'bed'])
  await note(page, story)
  await expect(page.getByText('没有网络，存在本机：2 条记录 2 份照片')).toBeVisible()

  const kept = await everythingKept(page)
  for (const word of [...PERSONAL, SEEN, NOTED, WINDOW, '画画', 'window.pdf', '023-40000000']) expect(kept).not.toContain(word)
  expect(kept).not.toContain('%PDF')
  expect(kept).not.toContain('extractable: true')

  await page.reload()
  await page.getByRole('link', { name: '查看待送的内容' }).click()
  await expect(page.locator('.waiting > li')).toHaveCount(4)
  expect(await scoredOf(story), 'the service knows of nothing yet').toEqual(before)

  // The answer to the first that goes is lost: it arrived, and is not done twice.
  let lost = 0
  await context.route(/assessment\/work$/, async (route) => {
    if (lost++ > 0) return route.continue()
    await route.fetch()
    return route.abort()
  })
  await context.setOffline(false)
  await expect(page.getByText('没有待送的内容。')).toBeVisible({ timeout: 60_000 })
  const after = await scoredOf(story)
  expect(after.records.length).toBe(before.records.length + 1)
  expect(after.records.filter(({ notes }) => notes === SEEN)).toHaveLength(1)
  expect(after.log.filter(({ what }) => what === NOTED)).toHaveLength(1)
  const piece = after.records.at(-1)?.evidence.find(({ what }) => what === WINDOW)?.number
  expect(after.files.map((file) => file.piece)).toEqual([piece, piece])
  expect(lost).toBe(2)
})

test('a session that ended meanwhile asks for its owner, and then everything goes', async ({ page, context, office, story }) => {
  const before = await scoredOf(story)
  await atTheTable(page, office, story)
  await context.setOffline(true)
  await recordVisit(page, story)
  await expect(page.getByText('没有网络，存在本机：1 条记录')).toBeVisible()
  await endAllSessions(page.request, office, await signIn(page.request, office, 'assessor'))
  await context.setOffline(false)
  const dialog = page.getByRole('dialog', { name: '登录已到期' })
  await expect(dialog).toBeVisible({ timeout: 60_000 })
  await dialog.locator('.practice select').first().selectOption('assessor')
  await dialog.getByRole('button', { name: '进入' }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByText('等待送出')).toHaveCount(0, { timeout: 60_000 })
  expect((await scoredOf(story, 2)).records.length).toBe(before.records.length + 1)
})

test('what somebody did meanwhile is shown before anything is sent on, and nothing of either is lost', async ({ page, context, office, story }) => {
  const before = await scoredOf(story)
  await atTheTable(page, office, story)
  await context.setOffline(true)
  await recordVisit(page, story)
  await note(page, story)
  await expect(page.getByText('没有网络，存在本机：2 条记录')).toBeVisible()
  await story.act('assessor', 'assessment/integration-log', { on: story.today, what: '邻居说孩子爱笑。' }, 2)
  await context.setOffline(false)
  await page.getByRole('link', { name: '有 1 项要您处理' }).click({ timeout: 60_000 })
  await expect(page.locator('.waiting > li')).toHaveCount(2)
  expect((await scoredOf(story)).records.length, 'nothing was sent past what was done').toBe(before.records.length)
  await page.getByRole('button', { name: '看其间的变化' }).click()
  const dialog = page.getByRole('dialog', { name: '您打开以后，办件有变化' })
  await expect(dialog).toContainText('邻居说孩子爱笑。')
  await expect(dialog.getByRole('region', { name: '您填写的' })).toContainText(SEEN)
  await dialog.getByRole('button', { name: '照样提交' }).press('Enter')
  await expect(page.getByText('没有待送的内容。')).toBeVisible({ timeout: 60_000 })
  const after = await scoredOf(story)
  expect(after.log.slice(-2).map(({ what }) => what)).toEqual(['邻居说孩子爱笑。', NOTED])
  expect(after.records.at(-1)?.notes).toBe(SEEN)
})

test('what is refused stays with its reason and can be mended, and a full device says what it did not keep', async ({ page, context, office, story }) => {
  await atTheTable(page, office, story)
  await context.setOffline(true)
  await recordVisit(page, story)
  await expect(page.getByText('没有网络，存在本机：1 条记录')).toBeVisible()
  await page.getByRole('link', { name: '存入照片或者文件' }).first().click()
  // The device has no room for what comes now.
  await page.evaluate(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('full', 'QuotaExceededError')
    }
  })
  await page.getByLabel('照片或者文件').setInputFiles({ name: 'garden.pdf', mimeType: 'application/pdf', buffer: scan('the garden') })
  await page.getByRole('button', { name: '存入', exact: true }).click()
  await expect(page.getByRole('alert')).toContainText('1 份没有存入')
  await expect(page.getByRole('alert')).toContainText('garden.pdf')
  await page.reload()
  // A record that ends before it begins is refused, and mended where it lies.
  await page.getByRole('link', { name: '查看待送的内容' }).click()
  await page.getByRole('link', { name: '修改' }).click()
  await placeOf(page, '/ended_at').fill('14:00')
  await page.getByRole('button', { name: '保存修改' }).click()
  await context.setOffline(false)
  await expect(page.getByText('单位没有收')).toBeVisible({ timeout: 60_000 })
  await expect(page.locator('.waiting')).toContainText('结束须晚于开始')
  await page.getByRole('link', { name: '修改' }).click()
  await expect(page.locator('.summary')).toContainText('结束须晚于开始')
  await placeOf(page, '/ended_at').fill('16:00')
  await page.getByRole('button', { name: '保存修改' }).click()
  await expect(page.getByText('没有待送的内容。')).toBeVisible({ timeout: 60_000 })
  expect((await scoredOf(story)).records.filter(({ notes }) => notes === SEEN)).toHaveLength(1)
})

test('what waits is told at signing out, and goes with the device when its time has come', async ({ page, context, office, story }) => {
  await atTheTable(page, office, story)
  await context.setOffline(true)
  await recordVisit(page, story)
  await addPhotos(page, ['window'])
  // Who signs out sooner is told of what lay here sooner.
  await expect(page.getByText('没有网络，存在本机：1 条记录 1 份照片')).toBeVisible()
  await page.locator('.who summary').click()
  await page.getByRole('button', { name: '退出' }).click()
  const dialog = page.getByRole('dialog', { name: /还没有送到单位：1 条记录 1 份照片/ })
  await dialog.getByRole('button', { name: '先不退出' }).click()
  await expect.poll(() => recordsKept(page)).toBeGreaterThan(0)
  await page.clock.setFixedTime(Date.now() + 8 * 24 * 3_600_000)
  await page.reload()
  await expect(page.getByRole('heading', { name: '没有网络，本机没有可用的内容' })).toBeVisible()
  await expect.poll(() => recordsKept(page)).toBe(0)
})
