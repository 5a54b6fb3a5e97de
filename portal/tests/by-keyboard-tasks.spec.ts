// What an assessor does again and again, by keys alone: from the tasks into one, a score with its evidence and its reason.
import { choose, press, tabUntil, write } from './support/keyboard'
import { enter, expect, test } from './support/assessed'

// A case is told up to its assessment first.
test.describe.configure({ timeout: 240_000 })

test('an assessor goes from the tasks into one, scores an item and saves it', async ({ page, office, story }) => {
  const heading = page.getByRole('heading', { level: 1 })
  await enter(page, office, 'assessor')
  await expect(heading).toHaveText('我的任务')
  await expect(heading).toBeFocused()
  await press(page, /^秦/)
  await expect(heading).toHaveText('秦望舒、陶若溪')
  await expect(heading).toBeFocused()
  await press(page, /^开始评分$/)
  await expect(heading).toContainText('为什么收养')
  await expect(heading).toBeFocused()
  await tabUntil(page, ({ kind }) => kind === 'radio', 'the levels')
  await choose(page, /兼有自身需要/)
  await press(page, /^3\.5$/)
  await expect(page.getByRole('button', { name: '3.5', exact: true })).toHaveAttribute('aria-pressed', 'true')
  await tabUntil(page, ({ kind }) => kind === 'checkbox', 'the evidence')
  await page.keyboard.press('Space')
  await page.keyboard.press('Space')
  await expect(page.getByRole('checkbox', { name: /为什么收养的记录和材料/ })).toBeChecked()
  await write(page, /^评分依据/, '两人所述一致，也坦言盼望热闹。')
  await page.keyboard.press('Control+s')
  await expect(page.getByText('已保存，第 1 稿')).toBeVisible()
  await press(page, /^下一项：申请人是否都愿意/)
  await expect(heading).toContainText('申请人是否都愿意')
  await expect(heading).toBeFocused()
  const sheet = (await story.view('assessor')).assessment.scored?.sheets.find((each) => each.part === 'capability')
  expect(sheet?.text.marks.map(({ item, points, note }) => [item, points, note])).toEqual([['A1.1', 3.5, '两人所述一致，也坦言盼望热闹。']])
})
