// What the stories of the family's pages begin with: a case, its receipt, the page open as its family.
import { execFileSync } from 'node:child_process'
import { expect, type APIRequestContext, type Page } from '@playwright/test'
import { application, type Application } from '../support/cast'
import type { Office } from '../support/office'
import { openCase, signIn } from '../support/service'

/** A case with what its receipt and the identity card of its first adopter say. */
export interface OpenedCase {
  id: string
  code: string
  name: string
  lastSix: string
}

interface Document {
  id: string
  kind: string
  digest?: string | null
}

/** Opens a case and reads the query code off its receipt, as a family does. */
export async function openFamilyCase(request: APIRequestContext, office: Office, written: Application = application()): Promise<OpenedCase> {
  const session = await signIn(request, office, 'registrar')
  const id = await openCase(request, office, session, written)
  const headers = { authorization: `Bearer ${session.access_token}` }
  const documents = `${office.base}/v1/cases/${id}/documents`
  let receipt: Document | undefined
  // The office prints one paper after the other, and those of earlier stories first.
  await expect
    .poll(
      async () => {
        const list = (await (await request.get(documents, { headers })).json()) as Document[]
        receipt = list.find((one) => one.kind === 'application_receipt')
        return receipt?.digest
      },
      { timeout: 90_000 },
    )
    .toBeTruthy()
  const printed = await request.get(`${documents}/${receipt?.id ?? ''}/content`, { headers })
  const text = execFileSync('pdftotext', ['-', '-'], { input: await printed.body() }).toString()
  const code = /\b[0-9A-Z]{4}(-[0-9A-Z]{4}){3}\b/.exec(text)?.[0]
  const adopter = written.adopters[0]
  if (!code || !adopter) throw new Error('the receipt has no code')
  return { id, code, name: String(adopter['name']), lastSix: String(adopter['resident_id']).slice(-6) }
}

/** Keeps how somebody likes the pages, before any is drawn. */
export async function like(page: Page, manners: Record<string, string>): Promise<void> {
  await page.addInitScript((chosen) => localStorage.setItem('guijia.manners', JSON.stringify(chosen)), manners)
}

/** Opens the case in the page with the keyboard, as on the receipt. */
export async function openStatus(page: Page, office: Office, opened: OpenedCase): Promise<void> {
  await page.goto(`${office.base}/my#${opened.code}`)
  await page.getByLabel('姓名').fill(opened.name)
  await page.getByLabel('身份证号的后六位').fill(opened.lastSix)
  await page.getByRole('button', { name: '看进度' }).click()
  await expect(page.locator('.number')).toBeVisible()
}
