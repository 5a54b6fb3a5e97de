// Takes the pictures of the family's pages, as a phone shows them.
import { expect, test } from '@playwright/test'
import { openAccepted } from '../tests/support/accepted'
import { openFamilyCase, openStatus } from '../tests/family/family'
import { begin } from '../tests/family/draft'
import { openOffice } from '../tests/support/office'
import { act, signIn, today } from '../tests/support/service'
import { keep, take, type Picture } from './take'

const PHONE = { width: 390, height: 844 }
const LANGUAGES = ['zh-CN', 'en']

const picture = (name: string, path: string): Picture => ({ name: `family-${name}`, family: true, path, widths: [390], languages: LANGUAGES })

const PICTURES = [
  { ...picture('landing', '/'), widths: [390, 1366] },
  picture('ask', '/ask'),
  picture('guide', '/guide/stepchild'),
  picture('notices', '/notices'),
  picture('visit', '/visit'),
  picture('verify', '/verify'),
]

test('the pictures of the family', async ({ page }) => {
  const office = await openOffice()
  try {
    const session = await signIn(page.request, office, 'registrar')
    const id = await openAccepted(page.request, office, session)
    await act(page.request, office, session, id, 'public-notice', { newspaper: '练习日报第4版', published_on: await today(page.request, office, session) })
    for (const each of PICTURES) await take(page, office, each)

    // What is one's own is opened first, in Chinese, and read anew in the other language.
    const inEach = async (name: string, size = 'usual') => {
      for (const language of LANGUAGES) {
        await page.evaluate((manners) => localStorage.setItem('guijia.manners', JSON.stringify(manners)), { language, size })
        await page.reload()
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
        await keep(page, `family-${name}-${PHONE.width}-${language}`)
      }
    }
    const inChinese = () => page.evaluate(() => localStorage.setItem('guijia.manners', JSON.stringify({ language: 'zh-CN', theme: 'light' })))
    await page.setViewportSize(PHONE)
    await inChinese()
    await begin(page, office)
    await inEach('apply')
    await inChinese()
    await page.reload()
    await page.getByRole('link', { name: '下一步：拍材料' }).click()
    await expect(page.locator('li.paper').first()).toBeVisible()
    await inEach('photos')
    await inChinese()
    await openStatus(page, office, await openFamilyCase(page.request, office))
    await inEach('status')
    await inEach('status-large', 'large')
  } finally {
    await page.close()
    await office.stop()
  }
})
