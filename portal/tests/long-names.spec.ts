// Names, addresses and words as long as the office may meet them, at 400 %: nothing scrolls sideways, nothing is cut off.
import type { Page } from '@playwright/test'
import { application, type Application } from './support/cast'
import { scan } from './support/scan'
import { filePaper, openCase, signIn } from './support/service'
import { enter, expect, test } from './support/test'

const NAME = '阿卜杜热合曼·麦麦提图尔荪·吾布力喀斯木江'
const PLACE = '新疆维吾尔自治区巴音郭楞蒙古自治州和静县巴音布鲁克镇巴西里格村民委员会第三村民小组额尔古纳河路一千二百三十四号甲幢五单元六〇七室'
const WORD = 'Rindfleischetikettierungsueberwachungsaufgabenuebertragungsgesetz'

function longest(): Application {
  const given = application()
  for (const adopter of given.adopters) Object.assign(adopter, { household_address: PLACE, residence: PLACE, occupation: WORD })
  Object.assign(given.adopters[0] ?? {}, { name: NAME })
  given.child['features'] = `${WORD} ${PLACE}`
  return given
}

/** What is wider than the window, and what is drawn beyond its own box and cut there. */
async function expectAllInside(page: Page, where: string): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.locator('.bars')).toHaveCount(0)
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(wide, where).toBeLessThanOrEqual(0)
  const cut = await page.locator('h1, h2, p, dd, label, button, a.button, .state').evaluateAll((all) =>
    all
      .filter((one) => one.checkVisibility() && !one.closest('.unseen, .scroller') && !one.classList.contains('unseen'))
      .filter((one) => one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).display !== 'inline' && getComputedStyle(one).overflowX === 'hidden')
      .map((one) => one.outerHTML.slice(0, 120)),
  )
  expect(cut, where).toEqual([])
}

for (const language of ['zh-CN', 'en']) {
  test(`the longest names and words stay inside of every page of a case: ${language}`, async ({ page, office }) => {
    test.setTimeout(180_000)
    const session = await signIn(page.request, office, 'registrar')
    const id = await openCase(page.request, office, session, longest())
    await filePaper(page.request, office, session, id, 'paper=household_register&party=adopter_1', scan('register'), 'application/pdf')
    await page.setViewportSize({ width: 320, height: 640 })
    await page.addInitScript((manners) => localStorage.setItem('guijia.manners', JSON.stringify(manners)), { language, size: 'large' })
    for (const path of ['', '/papers', '/parties', '/documents', '/history', '/papers/1/verify', '/acts/file_paper', '/acts/reject_paper', '/acts/inquire']) {
      await enter(page, office, 'registrar', `/cases/${id}${path}`)
      await expectAllInside(page, `${language} ${path}`)
    }
    for (const [role, path] of [
      ['registrar', '/today'],
      ['registrar', '/cases'],
      ['registrar', '/counter'],
      ['leader', `/approvals/${id}`],
      ['archivist', '/archive'],
      ['visitor', '/visits'],
      ['auditor', '/chains'],
    ] as const) {
      await enter(page, office, role, path)
      await expectAllInside(page, `${language} ${path}`)
    }
  })
}
