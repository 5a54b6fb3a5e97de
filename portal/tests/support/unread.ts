// A service that lets a page wait, and then answers, or says that it cannot be read now.
import { expect, type Page, type Route } from '@playwright/test'

const BUSY = JSON.stringify({ type: 'urn:guijia:problem:unavailable', title: '—', status: 503, request_id: '01900000-0000-7000-8000-000000000000' })

const refuse = (route: Route) => route.fulfill({ status: 503, contentType: 'application/problem+json', body: BUSY })

/** Holds whatever is asked at these addresses back; answers what ends the waiting. All of it is refused `then`, if nothing
 *  else is said. */
export async function holdBack(page: Page, addresses: RegExp, then = refuse): Promise<() => void> {
  let end = () => {}
  const held = new Promise<void>((done) => (end = done))
  await page.route(addresses, async (route) => {
    await held
    await then(route)
  })
  return end
}

/** What is held back long enough says so in words. The clock of the page was installed before: it goes on by itself, and
 *  a little faster here. */
export async function expectSlow(page: Page): Promise<void> {
  await expect(page.locator('main .bars').first()).toBeVisible()
  await page.clock.fastForward(5000)
  await expect(page.locator('main .bars p').first()).toBeVisible()
}
