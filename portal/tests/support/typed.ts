// Fills a form of the desk by keys alone: Tab to the place of each field, then what is typed or chosen there.
import type { Page } from '@playwright/test'
import { anyOf, beginsWith, idOf, placeOf, wordsOf, type Given, type Titles } from './forms'
import { choose, focusOf, pickOut, tabUntil } from './keyboard'

/** Goes into the field at a place of what is sent, or into the group of fields there. */
export async function tabInto(page: Page, pointer: string): Promise<void> {
  const id = idOf(pointer)
  if ((await focusOf(page))?.within.includes(id)) return
  await tabUntil(page, ({ within }) => within.includes(id), id)
}

/** Types what is given at a place; an object and a list member by member. */
export async function typeIn(page: Page, pointer: string, given: Given, titles: Titles = {}): Promise<void> {
  await page.locator('form.form').waitFor()
  if (Array.isArray(given)) {
    for (const [place, item] of given.entries()) {
      await openItem(page, pointer, place)
      await typeIn(page, `${pointer}/${place}`, item, titles)
    }
  } else if (typeof given === 'object') {
    await openGroup(page, pointer)
    for (const [name, value] of Object.entries(given)) await typeIn(page, `${pointer}/${name}`, value, titles)
  } else if ((await placeOf(page, pointer).count()) > 0) await typeField(page, pointer, given, titles)
}

/** A group that need not be given stands as a button that adds it. */
async function openGroup(page: Page, pointer: string): Promise<void> {
  const absent = placeOf(page, pointer).getByRole('button', { name: /^添加/ })
  if (!pointer || (await absent.count()) === 0 || (await beginsWith(page, `${pointer}/`)) > 0) return
  await tabUntil(page, ({ called, within }) => within.includes(idOf(pointer)) && /^添加/.test(called), `what adds ${pointer}`)
  await page.keyboard.press('Enter')
}

async function openItem(page: Page, pointer: string, place: number): Promise<void> {
  if ((await beginsWith(page, `${pointer}/${place}`)) > 0) return
  await tabUntil(page, ({ called, within }) => within.includes(idOf(pointer)) && /^再加一项/.test(called), `one more of ${pointer}`)
  await page.keyboard.press('Enter')
}

async function typeField(page: Page, pointer: string, given: string | number | boolean, titles: Titles): Promise<void> {
  const field = placeOf(page, pointer)
  await tabInto(page, pointer)
  const kind = (await focusOf(page))?.kind ?? ''
  if (kind === 'checkbox') {
    if ((await field.isChecked()) !== given) await page.keyboard.press('Space')
  } else if (kind === 'radio') await choose(page, anyOf(wordsOf(String(given), titles)))
  else if (kind.startsWith('select')) await pickOut(page, String(given))
  else if ((await field.getAttribute('role')) === 'combobox') {
    await page.keyboard.insertText(wordsOf(String(given), titles)[0] ?? String(given))
    await page.keyboard.press('Enter')
  } else {
    // What a number of identity brought is typed over.
    await page.keyboard.press('Control+a')
    await page.keyboard.insertText(String(given))
  }
}
