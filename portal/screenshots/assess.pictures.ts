// Takes the pictures of the assessor's pages, as a tablet and a phone show them.
import { test } from '@playwright/test'
import { Story } from '../tests/support/assessment'
import { openOffice } from '../tests/support/office'
import { take, type Picture } from './take'

const picture = (name: string, path: string): Picture => ({ name, role: 'assessor', path, widths: [1024, 390], languages: ['zh-CN', 'en'] })

test('the pictures of an assessment', async ({ page }) => {
  const office = await openOffice()
  try {
    const story = await Story.assessed(page.request, office)
    const task = `/tasks/${story.id}`
    // The first assessor is in the middle of the first part, and wrote twice on one revision of the second.
    await story.save(1, 'capability', 0, { 'A4.2': 4 }, 14)
    await story.save(1, 'integration', 0)
    await story.save(1, 'integration', 0, { C1: 5, C4: 7 })
    for (const each of [
      picture('assess-tasks', '/tasks'),
      picture('assess-task', task),
      picture('assess-visits', `${task}/visits`),
      picture('assess-score', `${task}/score/capability/A6.2`),
      picture('assess-sheet', `${task}/sheet/capability`),
      picture('assess-beside', `${task}/beside/integration`),
    ]) {
      await take(page, office, each)
    }
    await story.save(1, 'capability', 1, { 'A5.1': 5, 'A9.1': 3 })
    await story.send(1, 'capability', 2)
    await story.save(2, 'capability', 0, { 'A5.1': 0, 'A9.1': 4 })
    await story.send(2, 'capability', 1)
    await take(page, office, picture('assess-differences', `${task}/differences/capability`))
  } finally {
    await page.close()
    await office.stop()
  }
})
