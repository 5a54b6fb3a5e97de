// Scoring at a kitchen table without a line: nothing is lost, nothing is overwritten, and nothing lies open on the device.
import type { Page } from '@playwright/test'
import type { Story } from './support/assessment'
import { PERSONAL } from './support/cast'
import type { Office } from './support/office'
import { everythingKept, recordsKept } from './support/storage'
import { enter, expect, test } from './support/assessed'

// A case is told up to its assessment before the line is cut.
test.describe.configure({ timeout: 180_000 })

const NOTE = '两人都盼着孩子来，说话时看着对方。'

/** Opens the sheet, and waits until the desk itself lies on the device. */
async function atTheTable(page: Page, office: Office, story: Story): Promise<void> {
  await page.setViewportSize({ width: 1024, height: 768 })
  await enter(page, office, 'assessor', `/tasks/${story.id}/score/capability`)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('为什么收养')
  await page.evaluate(() => navigator.serviceWorker.ready)
}

async function sheetOf(story: Story) {
  return (await story.view('assessor')).assessment.scored?.sheets.find((each) => each.part === 'capability')
}

test('the line is cut while one scores, the page is read anew, and nothing is lost', async ({ page, context, office, story }) => {
  await atTheTable(page, office, story)
  await page.getByRole('radio', { name: /各申请人分别所述一致/ }).check()
  await page.getByRole('button', { name: '存草稿' }).click()
  await expect(page.getByText('已保存，第 1 稿')).toBeVisible()

  await context.setOffline(true)
  await page.getByRole('button', { name: /^下一项/ }).click()
  await page.getByRole('radio', { name: /都没有疑虑/ }).check()
  await page.getByLabel('评分依据').fill(NOTE)
  await expect(page.getByText('没有网络，存在本机：1 份评分表')).toBeVisible()
  await page.getByRole('button', { name: '存草稿' }).click()
  await expect(page.getByText(/存在本机，还没有保存到单位/)).toBeVisible()

  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('申请人是否都愿意')
  await expect(page.getByRole('radio', { name: /都没有疑虑/ })).toBeChecked()
  await expect(page.getByLabel('评分依据')).toHaveValue(NOTE)
  await page.getByRole('button', { name: /^下一项/ }).click()
  await page.getByRole('radio', { name: /有告知的打算/ }).check()
  expect((await sheetOf(story))?.revision, 'the service knows of nothing yet').toBe(1)

  const kept = await everythingKept(page)
  for (const word of [...PERSONAL, NOTE, '盼着孩子', '023-40000000']) expect(kept).not.toContain(word)
  expect(kept).toContain('key, extractable: false')
  expect(kept).not.toContain('extractable: true')

  await context.setOffline(false)
  await expect(page.getByText('已保存，第 2 稿')).toBeVisible({ timeout: 30_000 })
  const sheet = await sheetOf(story)
  expect(sheet?.beside).toEqual([])
  expect(sheet?.text.marks.map(({ item, points }) => [item, points])).toEqual([
    ['A1.1', 5],
    ['A1.2', 3],
    ['A1.3', 2],
  ])
  expect(sheet?.text.marks[1]?.note).toBe(NOTE)
})

test('what was written without a line on an older revision is shown beside the newest, and both are there to choose from', async ({ page, context, office, story }) => {
  await story.save(1, 'capability', 0, { 'A1.1': 5 }, 2)
  await enter(page, office, 'assessor', `/tasks/${story.id}/score/capability/A1.1`)
  await expect(page.getByText('已保存，第 1 稿')).toBeVisible()
  await page.evaluate(() => navigator.serviceWorker.ready)

  await context.setOffline(true)
  await page.getByRole('radio', { name: /主要出于自身需要/ }).check()
  await expect(page.getByText(/存在本机，还没有保存到单位/)).toBeVisible()
  // Meanwhile the same assessor saved at the office.
  await story.save(1, 'capability', 1, { 'A1.1': 4, 'A1.2': 1 }, 2)
  await context.setOffline(false)
  // What comes late is a revision of its own, and lies beside.
  await expect(page.getByText('已保存，第 3 稿')).toBeVisible({ timeout: 30_000 })
  const both = await sheetOf(story)
  expect(both?.text.marks.map(({ points }) => points)).toEqual([4, 1])
  expect(both?.beside.map(({ marks }) => marks.map(({ points }) => points))).toEqual([[2, 3]])

  await page.goto(`${office.base}/desk/tasks/${story.id}`)
  await page.getByRole('link', { name: '对照' }).click()
  const first = page.getByRole('group', { name: '为什么收养' })
  await expect(first.getByRole('radio')).toHaveCount(2)
  await first.getByRole('radio', { name: /另存的一份/ }).check()
  await page.getByRole('button', { name: '按选定的保存' }).click()
  await expect(page.getByText('已保存，第 4 稿')).toBeVisible()
  const settled = await sheetOf(story)
  expect(settled?.beside).toEqual([])
  expect(settled?.text.marks.map(({ item, points }) => [item, points])).toEqual([
    ['A1.1', 2],
    ['A1.2', 1],
  ])
})

test('who signs out is told what was not delivered, and then the device has forgotten everything', async ({ page, context, office, story }) => {
  await atTheTable(page, office, story)
  await context.setOffline(true)
  await page.getByRole('radio', { name: /各申请人分别所述一致/ }).check()
  await expect(page.getByText('没有网络，存在本机：1 份评分表')).toBeVisible()
  await page.locator('.who summary').click()
  await page.getByRole('button', { name: '退出' }).click()
  const dialog = page.getByRole('dialog', { name: /还没有送到单位：1 份评分表/ })
  await dialog.getByRole('button', { name: '先不退出' }).click()
  await expect.poll(() => recordsKept(page)).toBeGreaterThan(0)
  await context.setOffline(false)
  await expect(page.getByText('已保存，第 1 稿')).toBeVisible({ timeout: 30_000 })
  await page.getByRole('button', { name: '退出' }).click()
  await expect(page.getByRole('heading', { name: '登录' })).toBeVisible()
  await expect.poll(() => recordsKept(page)).toBe(0)
})

test('a copy on the device is for its owner alone, and runs out', async ({ page, context, office, story }) => {
  await atTheTable(page, office, story)
  await enter(page, office, 'assessor', '/tasks', 3)
  await expect(page.getByRole('heading', { name: '我的任务' })).toBeVisible()
  await context.setOffline(true)
  await page.goto(`${office.base}/desk/tasks/${story.id}`)
  await expect(page.getByText('秦望舒')).toHaveCount(0)
  await context.setOffline(false)
  await enter(page, office, 'assessor', `/tasks/${story.id}`)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('秦望舒')
  await expect.poll(() => recordsKept(page)).toBeGreaterThan(3)
  // In this order: what is read while the clock has moved already is kept anew.
  await context.setOffline(true)
  await page.clock.setFixedTime(Date.now() + 25 * 3_600_000)
  await page.reload()
  await expect(page.getByRole('heading', { name: '没有网络，本机没有可用的内容' })).toBeVisible()
  await expect.poll(() => recordsKept(page)).toBe(0)
})
