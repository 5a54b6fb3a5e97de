// Names, addresses and words as long as the office may meet them, at 400 %: nothing scrolls sideways, nothing is cut off.
import type { Page } from '@playwright/test'
import { openFamilyCase, openStatus } from './family/family'
import { application, type Application } from './support/cast'
import { scan } from './support/scan'
import { filePaper, openCase, signIn } from './support/service'
import { cutOff, sideways } from './support/shape'
import { settled } from './support/sides'
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

async function expectAllInside(page: Page, where: string): Promise<void> {
  await settled(page)
  expect([...(await sideways(page)), ...(await cutOff(page))], where).toEqual([])
}

for (const language of ['zh-CN', 'en']) {
  test(`the longest names and words stay inside of every page of a case: ${language}`, async ({ page, office }) => {
    test.setTimeout(180_000)
    const session = await signIn(page.request, office, 'registrar')
    const id = await openCase(page.request, office, session, longest())
    await filePaper(page.request, office, session, id, 'paper=household_register&party=adopter_1', scan('register'), 'application/pdf')
    await page.setViewportSize({ width: 320, height: 640 })
    await page.addInitScript((manners) => localStorage.setItem('guijia.manners', JSON.stringify(manners)), { language, size: 'large' })
    for (const path of ['', '/papers', '/parties', '/documents', '/history', '/papers/1/verify', '/acts/file_paper', '/acts/reject_paper', '/acts/withdraw', '/acts/record_check']) {
      await enter(page, office, 'registrar', `/cases/${id}${path}`)
      await expectAllInside(page, `${language} ${path}`)
    }
    for (const [role, path] of [
      ['registrar', '/today'],
      ['registrar', '/cases'],
      ['registrar', '/counter'],
      ['registrar', '/deadlines'],
      ['leader', `/approvals/${id}`],
      ['leader', '/handover'],
      ['leader', `/audit/cases/${id}`],
      ['archivist', '/archive'],
      ['visitor', '/visits'],
      ['auditor', '/chains'],
    ] as const) {
      await enter(page, office, role, path)
      await expectAllInside(page, `${language} ${path}`)
    }
  })

  test(`the longest names and words stay inside of the page of a family: ${language}`, async ({ page, office }) => {
    const opened = await openFamilyCase(page.request, office, longest())
    await openStatus(page, office, opened)
    await page.setViewportSize({ width: 320, height: 640 })
    await page.evaluate((manners) => localStorage.setItem('guijia.manners', JSON.stringify(manners)), { language, size: 'large' })
    await page.reload()
    await expectAllInside(page, language)
  })
}
