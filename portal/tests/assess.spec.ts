// The assessor's own place: from the tasks to the plan, the visits, the points, the differences and the report.
import { expectFewRequests } from './support/loading'
import { TASK_PAGES } from './support/pages'
import { scan } from './support/scan'
import { faultsOf, settled } from './support/sides'
import { enter, expect, test } from './support/assessed'
import { Heard } from './support/words'

/** What an assessor carries along. */
const TABLET = 1024

// A case is told up to its assessment first, which takes its time on a busy machine.
test.describe.configure({ timeout: 300_000 })

test('an assessor sees the own tasks first, and in one its plan, visits, integration and report', async ({ page, office, story }) => {
  await enter(page, office, 'assessor')
  await expect(page.getByRole('heading', { name: '我的任务', level: 1 })).toBeVisible()
  await expectFewRequests(page, office, 'desk', [`/desk/tasks/${story.id}`])
  await expect(page.getByRole('heading', { level: 1 })).toContainText('秦望舒、陶若溪')
  await expect(page.getByText('不是官方指标')).toBeVisible()
  await expect(page.getByText('面谈 · 两名申请人，分别单独面谈')).toBeVisible()
  await page.getByRole('link', { name: '走访', exact: true }).click()
  // Which day it is turns on what was told before in the same office.
  const first = page.locator('section.sheet').filter({ hasText: '9:00—10:00' }).first()
  await expect(first).toContainText('申请人住所')
  await expect(first).toContainText('许文静、沈嘉禾')
  await page.getByRole('link', { name: '融合', exact: true }).click()
  await expect(page.getByText('孩子第一次自己要求讲睡前故事。')).toBeVisible()
  await page.getByRole('link', { name: '记一条' }).click()
  await page.getByLabel('事项').fill('孩子主动和邻居打招呼。')
  await page.getByLabel('日期').fill(story.today.replaceAll('-', ''))
  await page.locator('form.form .form-foot button').click()
  await expect(page.getByRole('status').filter({ hasText: '已办' })).toBeVisible()
  await expect(page.getByText('孩子主动和邻居打招呼。')).toBeVisible()
  await page.getByRole('link', { name: '报告', exact: true }).click()
  await expect(page.getByText('还没有报告。')).toBeVisible()
})

test('the second assessor does not see what the first has written, and nobody else sees a task', async ({ page, office, story }) => {
  await story.save(1, 'capability', 0, { 'A1.1': 3 })
  await enter(page, office, 'assessor', `/tasks/${story.id}`, 2)
  await expect(page.getByText('未开始')).toHaveCount(2)
  await enter(page, office, 'assessor', `/tasks/${story.id}`, 3)
  await expect(page.getByRole('heading', { name: '没有这个页面，或者您无权查看' })).toBeVisible()
})

test('an item is scored by its anchors, and the draft is saved with the revision it leads to', async ({ page, office, story }) => {
  await page.setViewportSize({ width: 1024, height: 768 })
  await enter(page, office, 'assessor', `/tasks/${story.id}/score/capability`)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('为什么收养')
  await expect(page.getByText('27 项，已评 0 项')).toBeVisible()
  await expect(page.getByText('需要：单独访谈')).toBeVisible()
  await page.getByRole('radio', { name: /兼有自身需要/ }).check()
  await page.getByRole('button', { name: '3.5', exact: true }).click()
  await expect(page.getByRole('checkbox', { name: /为什么收养的记录和材料/ })).toBeChecked()
  await page.getByLabel('评分依据').fill('两人所述一致，也坦言盼望热闹。')
  await expect(page.getByText(/存在本机/)).toBeVisible()
  await page.getByRole('button', { name: '存草稿' }).click()
  await expect(page.getByText('已保存，第 1 稿')).toBeVisible()
  await page.getByRole('button', { name: '下一项：申请人是否都愿意' }).click()
  await page.getByRole('radio', { name: /都没有疑虑/ }).check()
  await page.keyboard.press('Control+s')
  await expect(page.getByText('已保存，第 2 稿')).toBeVisible()
  const sheet = (await story.view('assessor')).assessment.scored?.sheets.find((each) => each.part === 'capability')
  expect(sheet?.revision).toBe(2)
  expect(sheet?.text.marks.map(({ item, points }) => [item, points])).toEqual([
    ['A1.1', 3.5],
    ['A1.2', 3],
  ])
})

test('who leaves the sheet has it saved', async ({ page, office, story }) => {
  await enter(page, office, 'assessor', `/tasks/${story.id}/score/capability`)
  await page.getByRole('radio', { name: /各申请人分别所述一致/ }).check()
  await page.getByRole('link', { name: /收养能力/ }).click()
  await expect(page.getByText('草稿，第 1 稿')).toBeVisible()
})

test('a sheet is looked over, refused while something is missing, and sent', async ({ page, office, story }) => {
  await story.save(1, 'capability', 0, {}, 1)
  await story.save(1, 'integration', 0)
  await enter(page, office, 'assessor', `/tasks/${story.id}/sheet/capability`)
  await page.getByRole('button', { name: '提交评分表' }).click()
  await expect(page.getByRole('alert').getByRole('link', { name: '申请人是否都愿意' })).toBeVisible()
  await page.goto(`${office.base}/desk/tasks/${story.id}/sheet/integration`)
  await expect(page.getByText('10 项，已评 10 项')).toBeVisible()
  await page.getByRole('button', { name: '提交评分表' }).click()
  await expect(page.getByRole('status').filter({ hasText: '评分表已提交。' })).toBeVisible()
  await page.getByRole('link', { name: '查看评分表' }).click()
  await expect(page.getByText(/不能再改/)).toBeVisible()
  await expect(page.getByRole('button', { name: '提交评分表' })).toHaveCount(0)
})

test('the two sheets are compared and a difference is settled by the same word of both', async ({ page, office, story }) => {
  for (const person of [1, 2]) {
    await story.save(person, 'capability', 0, { 'A5.1': person === 1 ? 5 : 0 })
    await story.send(person, 'capability', 1)
  }
  await enter(page, office, 'assessor', `/tasks/${story.id}`)
  await page.getByRole('link', { name: '评分差异' }).click()
  await expect(page.getByText('待商定 1 项')).toBeVisible()
  const row = page.getByRole('row').nth(1)
  await expect(row.getByRole('cell')).toHaveText([/收入/, '5', '0', '待商定', '—'])
  await page.getByRole('button', { name: '5', exact: true }).click()
  await page.getByRole('button', { name: '这是我的意见' }).click()
  await expect(page.getByRole('alert')).toContainText('《')
  await page.getByLabel('理由').fill('共同核对工资流水后取得一致。')
  await page.getByRole('button', { name: '这是我的意见' }).click()
  await expect(page.getByText('认为计 5 分。')).toBeVisible()
  await story.act('assessor', 'assessment/settlements', { part: 'capability', item: 'A5.1', points: 5, reason: '共同核对工资流水后取得一致。' }, 2)
  await page.reload()
  await expect(page.getByRole('row').nth(1).getByRole('cell').last()).toHaveText('5')
  await expect(page.getByText('待商定 0 项')).toBeVisible()
})

test('a file is kept with the evidence it shows, and both assessors may look at it', async ({ page, office, story }) => {
  await enter(page, office, 'assessor', `/tasks/${story.id}/visits`)
  const papers = page.locator('section.sheet').filter({ hasText: '佐证' }).first()
  await papers.locator('summary').click()
  await papers.getByRole('link', { name: '存入照片或者文件' }).click()
  await page.getByLabel('佐证', { exact: true }).selectOption({ index: 1 })
  await page.getByRole('button', { name: '存入', exact: true }).click()
  await expect(page.getByRole('alert')).toBeVisible()
  await page.getByLabel('照片或者文件').setInputFiles({ name: 'home.pdf', mimeType: 'application/pdf', buffer: scan('the home') })
  await page.getByRole('button', { name: '存入', exact: true }).click()
  await expect(page.getByText('文件 1 份')).toBeVisible()
  await enter(page, office, 'assessor', `/tasks/${story.id}/visits`, 2)
  await page.getByText('文件 1 份').click()
  const opened = page.waitForEvent('popup')
  await page.getByRole('button', { name: '查看文件 1' }).click()
  expect((await opened).url()).toContain('blob:')
})

test('who declares a tie is withdrawn at once and sees the task no more', async ({ page, office, story }) => {
  await enter(page, office, 'assessor', `/tasks/${story.id}`)
  await page.getByRole('link', { name: '申报利害关系' }).click()
  await page.getByRole('radio', { name: '姻亲', exact: true }).check()
  await page.getByRole('radio', { name: '收养申请人' }).check()
  await page.getByLabel('具体情况').fill('与申请人系姻亲，过年时一起吃饭。')
  await page.getByRole('button', { name: '下一步：核对后办理' }).click()
  const look = page.getByRole('region', { name: '请核对' })
  await expect(look).toContainText('不能撤回')
  await look.getByRole('button').first().click()
  await expect(page.getByRole('heading', { name: '没有这个页面，或者您无权查看' })).toBeVisible()
})

test('a veto is proposed with its facts and waits for the leader', async ({ page, office, story }) => {
  await enter(page, office, 'assessor', `/tasks/${story.id}/report`)
  await page.getByRole('link', { name: '提出否决' }).click()
  await page.getByRole('radio').nth(1).check()
  await page.getByRole('textbox', { name: '事实' }).fill('有关部门反馈，同名人员曾受处罚。')
  await page.getByRole('checkbox', { name: /守法与信用/ }).check()
  await page.getByRole('button', { name: '提出否决' }).click()
  await expect(page.getByRole('status').filter({ hasText: '等领导决定' })).toBeVisible()
  await expect(page.locator('.state', { hasText: '等领导决定' })).toBeVisible()
})

test('the pages of an assessment are for everybody', async ({ page, office, story }) => {
  test.setTimeout(600_000)
  for (const person of [1, 2]) {
    await story.save(person, 'capability', 0, { 'A5.1': person === 1 ? 5 : 0 })
    await story.send(person, 'capability', 1)
  }
  await story.save(1, 'integration', 0)
  await story.save(1, 'integration', 0, { C1: 5 })
  const heard = new Heard(page)
  await enter(page, office, 'assessor')
  const faults: string[] = []
  for (const path of TASK_PAGES) {
    await page.goto(`${office.base}/desk${path.replace('CASE', story.id)}`)
    await settled(page)
    faults.push(...(await faultsOf(page, path, heard, TABLET)))
  }
  expect(faults).toEqual([])
})
