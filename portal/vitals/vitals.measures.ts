// Prints how fast the main pages are on the devices of the people who use them: medians, with what is aimed at. Times are
// printed and never a reason to fail; what moves by itself and how often is asked are.
import type { Page } from '@playwright/test'
import { openAccepted } from '../tests/support/accepted'
import { openFamilyCase, openStatus } from '../tests/family/family'
import { signIn } from '../tests/support/service'
import { enter, expect, test } from '../tests/support/test'
import { measure, median, type Loaded } from './measure'
import { PAGES } from './profiles'

const LOADS = Number(process.env['VITALS_LOADS'] ?? 5)

test('how fast the main pages are', async ({ page, browser, office }) => {
  const session = await signIn(page.request, office, 'registrar')
  const id = await openAccepted(page.request, office, session)
  const family = await openFamilyCase(page.request, office)
  const lines: string[] = []
  await page.goto(office.base)
  for (const measured of PAGES) {
    const prepare = async (fresh: Page) => {
      if (measured.role) await enter(fresh, office, measured.role, '/rules')
      if (measured.page === 'status') await openStatus(fresh, office, family)
    }
    const loads: Loaded[] = []
    for (let load = 0; load < LOADS; load += 1) {
      loads.push(await measure(browser, measured, office.base + measured.path.replace('CASE', id), prepare))
    }
    const middle = (of: 'lcp' | 'inp' | 'cls' | 'bytes') => median(loads.map((one) => one[of]))
    const requests = median(loads.map((one) => one.requests.length))
    const { aim } = measured
    lines.push(
      [
        `| ${measured.page}`,
        measured.profile.name,
        `${(middle('lcp') / 1000).toFixed(2)} s (${aim.lcp / 1000})`,
        `${Math.round(middle('inp'))} ms (${aim.inp})`,
        `${middle('cls').toFixed(3)} (${aim.cls})`,
        `${requests} (${aim.requests})`,
        `${(middle('bytes') / 1024).toFixed(0)} KB |`,
      ].join(' | '),
    )
    expect.soft(middle('cls'), `${measured.page} moves by itself`).toBeLessThanOrEqual(aim.cls)
    expect.soft(requests, `${measured.page} asks often: ${loads[0]?.requests.join(', ')}`).toBeLessThanOrEqual(aim.requests)
  }
  process.stdout.write(`\n| page | device | LCP (aim) | INP (aim) | CLS (most) | requests (most) | bytes |\n|---|---|--:|--:|--:|--:|--:|\n${lines.join('\n')}\n\n`)
})
