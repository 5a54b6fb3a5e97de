// How a page loads: what is asked for until it can be used, and how much of that there may be.
import { expect, type Page } from '@playwright/test'
import type { Office } from './office'

/** The most requests until a page can be used, with an empty cache. */
export const MOST_REQUESTS = { family: 6, desk: 10 }

/** What is there once a page can be used: its heading, and nothing that is still being read. */
export async function usable(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.locator('.bars, .soon')).toHaveCount(0)
  await page.waitForLoadState('networkidle')
}

/** Loads a page and answers everything it asked for. */
export async function requestsOf(page: Page, address: string): Promise<string[]> {
  const made: string[] = []
  const note = (request: { method(): string; url(): string }) => made.push(`${request.method()} ${new URL(request.url()).pathname}`)
  page.on('request', note)
  await page.goto(address)
  await usable(page)
  page.off('request', note)
  return made
}

/** Each of these pages loads with as few requests as its entry is allowed. */
export async function expectFewRequests(page: Page, { base }: Office, entry: keyof typeof MOST_REQUESTS, paths: string[]): Promise<void> {
  for (const path of paths) {
    const made = await requestsOf(page, base + path)
    expect.soft(made.length, `${path}: ${made.join(', ')}`).toBeLessThanOrEqual(MOST_REQUESTS[entry])
  }
}
