// Fills a form of the desk as somebody does who sees it: by the place of each field in what is sent. What a form has
// settled already it does not ask, and what is missing the service refuses.
import type { Locator, Page } from '@playwright/test'
import values from '../../desk/words/zh-CN/values.json' with { type: 'json' }

export type Given = string | number | boolean | Given[] | { [name: string]: Given }

/** The words of a value, in whichever list of the interface it stands, and those the service has for it. */
export type Titles = Record<string, string[]>

/** The identifier of the field at a place of what is sent. */
export const idOf = (pointer: string) => `field${pointer.replaceAll('/', '-')}`

export const placeOf = (page: Page, pointer: string) => page.locator(`[id="${idOf(pointer)}"]`)

/** Fills what is given at a place; an object and a list member by member. */
export async function fill(page: Page, pointer: string, given: Given, titles: Titles = {}): Promise<void> {
  await page.locator('form.form').waitFor()
  if (Array.isArray(given)) {
    for (const [place, item] of given.entries()) {
      await openItem(page, pointer, place)
      await fill(page, `${pointer}/${place}`, item, titles)
    }
  } else if (typeof given === 'object') {
    const absent = placeOf(page, pointer).getByRole('button', { name: /^添加/ })
    if (pointer && (await beginsWith(page, `${pointer}/`)) === 0 && (await absent.count()) > 0) await absent.first().click()
    for (const [name, value] of Object.entries(given)) await fill(page, `${pointer}/${name}`, value, titles)
  } else await setField(placeOf(page, pointer), given, titles)
}

/** How many fields there are at this place and below it. */
export const beginsWith = (page: Page, pointer: string) => page.locator(`[id^="${idOf(pointer)}"]`).count()

async function openItem(page: Page, pointer: string, place: number): Promise<void> {
  if ((await beginsWith(page, `${pointer}/${place}`)) > 0) return
  await placeOf(page, pointer).getByRole('button', { name: /^再加一项/ }).last().click()
}

async function setField(field: Locator, value: string | number | boolean, titles: Titles): Promise<void> {
  const [found] = await field.evaluateAll((all) => all.map((one) => ({ kind: (one as HTMLInputElement).type ?? one.tagName, role: one.getAttribute('role') })))
  if (!found) return
  const { kind, role } = found
  const words = wordsOf(String(value), titles)
  if (kind === 'checkbox') await field.setChecked(value === true)
  else if (kind.startsWith('select')) await field.selectOption(String(value))
  else if (kind === 'fieldset') await field.getByRole('radio', { name: anyOf(words), exact: true }).check()
  else if (role === 'combobox') {
    // In a list that is found by typing, Enter takes what was found.
    await field.fill(words[0] ?? String(value))
    await field.press('Enter')
  } else await field.fill(String(value))
}

export function wordsOf(value: string, titles: Titles): string[] {
  const tables = Object.values(values) as Record<string, string>[]
  const named = tables.map((table) => table[value]).filter((word) => word !== undefined)
  const all = [...(titles[value] ?? []), ...named]
  return all.length > 0 ? all : [value]
}

export function anyOf(words: string[]): RegExp {
  const quoted = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`^(${quoted.join('|')})$`)
}
