// Takes one picture of a page, in each width and language.
import { resolve } from 'node:path'
import { expect, type Page } from '@playwright/test'
import type { Office } from '../tests/support/office'
import type { Role } from '../tests/support/service'
import { enter } from '../tests/support/test'

const FOLDER = resolve(import.meta.dirname, '../../docs/screenshots')
/** A tablet and a phone are as high as they are; a desk's screen shows so much of a page. */
const HEIGHTS: Record<number, number> = { 390: 844, 1024: 768 }

export interface Picture {
  name: string
  role?: Role
  /** Below `/desk`, or a whole address of the family's. */
  path: string
  family?: boolean
  widths: number[]
  languages: string[]
  before?: (page: Page) => Promise<void>
}

export async function take(page: Page, office: Office, picture: Picture): Promise<void> {
  for (const language of picture.languages) {
    for (const width of picture.widths) {
      await page.setViewportSize({ width, height: HEIGHTS[width] ?? 900 })
      await page.goto(`${office.base}/healthz`)
      const theme = picture.name.endsWith('dark') ? 'dark' : 'light'
      await page.evaluate((manners) => localStorage.setItem('guijia.manners', JSON.stringify(manners)), { language, theme })
      await page.evaluate(() => sessionStorage.clear())
      if (picture.role) await enter(page, office, picture.role, picture.path)
      else await page.goto(`${office.base}${picture.family ? '' : '/desk'}${picture.path}`)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await picture.before?.(page)
      await keep(page, `${picture.name}-${width}-${language}`)
    }
  }
}

/** Keeps what is seen now. */
export async function keep(page: Page, name: string): Promise<void> {
  await expect(page.locator('.bars')).toHaveCount(0)
  await page.waitForLoadState('networkidle', { timeout: 60_000 })
  await page.screenshot({ path: resolve(FOLDER, `${name}.png`) })
}
