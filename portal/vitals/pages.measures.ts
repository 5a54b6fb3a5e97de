// Every page there is, in the width of a desk and of a phone and in both languages: nothing on it moves by itself, and it
// can be used after few requests. Prints both, a page a line.
import { like } from '../tests/family/family'
import { expect, test } from '../tests/support/test'
import { openSlow } from './measure'
import { WIDTHS } from './profiles'
import { everyVisit } from './visits'

/** `VITALS_PAGES`: only those whose address it matches. */
const WANTED = new RegExp(process.env['VITALS_PAGES'] ?? '')

/** The English words are a file of their own. */
const LANGUAGES = [
  { language: 'zh-CN', more: 0 },
  { language: 'en', more: 1 },
]

for (const { language, more } of LANGUAGES) {
  for (const profile of WIDTHS) {
    test(`every page is still and soon there: ${language}, ${profile.name}`, async ({ page, browser, office }) => {
      for (const { prepare, paths, aim } of await everyVisit(page.request, office)) {
        const { page: slow, context, load } = await openSlow(browser, profile, prepare)
        await like(slow, { language })
        for (const path of paths.filter((each) => WANTED.test(each))) {
          const { cls, moved, requests } = await load(office.base + path)
          const told = path.replaceAll(/[0-9a-f-]{32,36}/g, '…')
          process.stdout.write(`| ${language} | ${profile.width} | ${told} | ${cls.toFixed(3)} (${aim.cls}) | ${requests.length} (${aim.requests + more}) |\n`)
          expect.soft(cls, `${told} moves by itself: ${moved.join('; ')}`).toBeLessThanOrEqual(aim.cls)
          expect.soft(requests.length, `${told} asks often: ${requests.join(', ')}`).toBeLessThanOrEqual(aim.requests + more)
        }
        await context.close()
      }
      // So that the look at what is kept has a page to look at.
      await page.goto(office.base)
    })
  }
}
