// What somebody does at the desk with the mouse: walks in, does an act of a case, takes in papers and looks them over.
import { expect, type Page } from '@playwright/test'
import { fill, type Given, type Titles } from './forms'
import type { Office } from './office'
import { scan } from './scan'
import { signIn, type Role } from './service'

/** Walks into the practice office by its own form. */
export async function walkIn(page: Page, office: Office, role: Role): Promise<void> {
  await page.goto(`${office.base}/healthz`)
  await page.evaluate(() => sessionStorage.clear())
  await page.goto(`${office.base}/desk/`)
  await page.locator('.practice select').first().selectOption(role)
  await page.locator('.practice form button').click()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.locator('.practice')).toHaveCount(0)
}

/** Does an act: fills its form, looks over what is looked over, and waits until the page of the case says that it is done. */
export async function doAct(page: Page, office: Office, id: string, act: string, given: Given = {}): Promise<void> {
  await page.goto(`${office.base}/desk/cases/${id}/acts/${act}`)
  const form = page.locator('form.form')
  await expect(form).toBeVisible()
  await fill(page, '', given, await titlesOf(page, office, id, act))
  await form.locator('.form-foot button').click()
  const done = page.locator('.notice[role=status]').filter({ hasText: '已办' })
  const look = page.locator('.look-over')
  // After it is done, what stands in the way of doing it again may show for a moment, outside of the form.
  const refused = form.locator('.summary')
  await expect(done.or(look).or(refused).first()).toBeVisible()
  if (await look.isVisible()) await look.locator('.form-foot .primary').click()
  await expect(done.or(refused).first()).toBeVisible()
  expect(await refused.allInnerTexts(), act).toEqual([])
}

/** What the service calls the values of an act; a form shows them so where it has them. */
async function titlesOf(page: Page, office: Office, id: string, act: string): Promise<Titles> {
  interface Choice {
    value: unknown
    title: { zh: string }
  }
  const { access_token } = await signIn(page.request, office, 'registrar')
  const answer = await page.request.get(`${office.base}/v1/cases/${id}/acts`, { headers: { authorization: `Bearer ${access_token}` } })
  const { acts } = (await answer.json()) as { acts: { act: string; inputs?: { one_of?: Choice[] }[] }[] }
  const inputs = acts.find((one) => one.act === act)?.inputs ?? []
  const titles: Titles = {}
  for (const { value, title } of inputs.flatMap((input) => input.one_of ?? [])) {
    if (typeof value === 'string') (titles[value] ??= []).push(title.zh)
  }
  return titles
}

export interface Slot {
  paper: string
  party?: string
}

/** Takes in a scan for each slot, and finds all of them in order, one after the other. */
export async function bring(page: Page, office: Office, id: string, slots: Slot[], compared: string): Promise<void> {
  for (const slot of slots) {
    const query = new URLSearchParams({ ...slot })
    await page.goto(`${office.base}/desk/cases/${id}/acts/file_paper?${query.toString()}`)
    await page.locator('#scan').setInputFiles({ name: 'scan.pdf', mimeType: 'application/pdf', buffer: scan(`${slot.paper} ${slot.party ?? ''}`) })
    await page.getByRole('button', { name: '收取', exact: true }).click()
    await expect(page).toHaveURL(/\/papers$/)
  }
  await page.getByRole('link', { name: /^核验 \d+ 份$/ }).click()
  await expect(page).toHaveURL(/\/verify$/)
  for (const [place] of slots.entries()) {
    // The address changes before the paper of it is drawn; what is pressed until then is that of the paper before.
    await expect(page.locator('.paper-list a.on')).toHaveAttribute('href', new RegExp(`${new URL(page.url()).pathname}$`))
    await page.getByRole('radio', { name: compared }).check()
    const before = page.url()
    await page.getByRole('button', { name: '核验无误' }).click()
    await expect(page).not.toHaveURL(before)
    if (place === slots.length - 1) await expect(page).toHaveURL(/\/papers$/)
  }
}

/** Prints a document of the case from its list; the print is counted. */
export async function print(page: Page, office: Office, id: string, title: string): Promise<void> {
  await page.goto(`${office.base}/desk/cases/${id}/documents`)
  const line = page.locator('.documents li').filter({ has: page.getByText(title, { exact: true }) }).last()
  await line.getByRole('button', { name: '打印' }).click({ timeout: 60_000 })
  await expect(line.getByText(/已打印 [1-9]/)).toBeVisible()
}
