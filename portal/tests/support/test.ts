// The test every story of the pages is told with: an office, and after each story a look at the console, at the policy of
// the pages, and at what the browser kept.
import { expect, test as base, type Page } from '@playwright/test'
import { PERSONAL } from './cast'
import { openOffice, type Office } from './office'
import { signIn, type Role } from './service'
import { drawn } from './sides'

export const test = base.extend<{ office: Office; watched: undefined }, { everyday: Office }>({
  // What stories leave in it stands in no other's way: each makes the cases it is about.
  everyday: [
    // The first argument has to be taken apart, even where nothing is taken.
    async ({}, use) => {
      const office = await openOffice()
      await use(office)
      await office.stop()
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  office: ({ everyday }, give) => give(everyday),
  watched: [
    async ({ context, page, office }, use) => {
      const faults: string[] = []
      const listen = (of: Page) => {
        of.on('console', (message) => {
          // The browser writes a line for each refusal of the service; refusals are part of the stories.
          const refusal = message.text().startsWith('Failed to load resource')
          if (message.type() === 'error' && !refusal) faults.push(message.text())
        })
        of.on('pageerror', (error) => faults.push(String(error)))
      }
      context.on('page', listen)
      listen(page)
      await context.addInitScript(() => {
        window.addEventListener('securitypolicyviolation', (event) => {
          // eslint-disable-next-line no-console
          console.error(`against the policy: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`)
        })
      })
      expect(office.base, 'the office is open, and still is when the page is looked at').toBeTruthy()
      await use(undefined)
      expect(faults, 'nothing is in the console').toEqual([])
      // A story that ended before it opened a page has kept nothing.
      for (const open of context.pages()) if (open.url() !== 'about:blank') await expectNothingPersonal(open)
    },
    { auto: true },
  ],
})

export { expect }

/** The same, with an office of its own for each story, in which these `stories` happened before; see `openOffice`. */
export function testAfter(stories: string[][]) {
  return test.extend({
    office: [
      async ({}, use) => {
        const office = await openOffice(stories)
        await use(office)
        await office.stop()
      },
      { scope: 'test', timeout: 600_000 },
    ],
  })
}

/** Nobody's name or number is in the title, the address or any storage of the browser. */
export async function expectNothingPersonal(page: Page): Promise<void> {
  const kept = await page.evaluate(async () => {
    const bases = await indexedDB.databases()
    const parts = [document.title, location.href, JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage }), JSON.stringify(history.state), document.cookie]
    return [...parts, JSON.stringify(bases), JSON.stringify(await caches.keys())].join('\n')
  })
  for (const word of PERSONAL) expect(kept).not.toContain(word)
}

/** Walks in as somebody, without the page for it. */
export async function enter(page: Page, office: Office, role: Role, path = '/', person = 1): Promise<void> {
  // Set where no page of ours runs: one that is open still renews the session of who was here before.
  await page.goto(`${office.base}/healthz`)
  const session = await signIn(page.request, office, role, person)
  await page.evaluate((token) => sessionStorage.setItem('guijia.renewal', token), session.refresh_token)
  await page.goto(`${office.base}/desk${path}`)
  await expect(page.getByRole('main')).toBeVisible()
  // The keys of the desk are listened to a moment after it is drawn.
  await drawn(page)
}
