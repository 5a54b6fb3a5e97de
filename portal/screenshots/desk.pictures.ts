// Takes the pictures of the desk's main pages.
import { expect, test, type Page } from '@playwright/test'
import { application } from '../tests/support/cast'
import { openOffice, type Office } from '../tests/support/office'
import { openCase, signIn } from '../tests/support/service'
import { take, type Picture } from './take'

/** One case that is closed, and two in the middle. */
const STORIES = [
  ['--kind', 'institution_foundling'],
  ['--kind', 'stepchild', '--turn', 'secrecy'],
  ['--kind', 'collateral_kin', '--turn', 'correction'],
]

const BOTH = ['zh-CN', 'en']
const WIDE = [1366, 1024]

const PICTURES: Picture[] = [
  { name: 'sign-in', path: '/', widths: [1366], languages: BOTH },
  { name: 'today', role: 'registrar', path: '/today', widths: WIDE, languages: BOTH },
  { name: 'today-dark', role: 'registrar', path: '/today', widths: [1366], languages: ['zh-CN'] },
  { name: 'cases', role: 'registrar', path: '/cases', widths: [1366], languages: BOTH },
  { name: 'case', role: 'registrar', path: '/cases/RUNNING', widths: WIDE, languages: BOTH },
  { name: 'verify', role: 'registrar', path: '/cases/RUNNING/papers/1/verify', widths: WIDE, languages: ['zh-CN'] },
  { name: 'act', role: 'registrar', path: '/cases/RUNNING/acts/inquire', widths: [1366], languages: BOTH },
  {
    name: 'intake-faults',
    role: 'registrar',
    path: '/intake',
    widths: [1366],
    languages: BOTH,
    before: async (page) => {
      await page.locator('form.form .form-foot button').click()
      await expect(page.locator('.summary')).toBeFocused()
    },
  },
  { name: 'deadlines', role: 'leader', path: '/deadlines', widths: [1366], languages: ['zh-CN'] },
  { name: 'approval', role: 'leader', path: '/approvals/RUNNING', widths: WIDE, languages: ['zh-CN'] },
  { name: 'people', role: 'administrator', path: '/people', widths: [1366], languages: ['zh-CN'] },
  { name: 'audit', role: 'auditor', path: '/audit', widths: [1366], languages: ['zh-CN'] },
]

test('the pictures of the desk', async ({ page }) => {
  const office = await openOffice(STORIES)
  try {
    const registrar = await signIn(page.request, office, 'registrar')
    await openCase(page.request, office, registrar, application())
    const running = await runningCase(page, office, registrar.access_token)
    for (const picture of PICTURES) await take(page, office, { ...picture, path: picture.path.replace('RUNNING', running) })
  } finally {
    await page.close()
    await office.stop()
  }
})

async function runningCase(page: Page, { base }: Office, token: string): Promise<string> {
  const answer = await page.request.get(`${base}/v1/cases?stage=accepted&limit=1`, { headers: { authorization: `Bearer ${token}` } })
  const { cases } = (await answer.json()) as { cases: { case_id: string }[] }
  expect(cases.length).toBeGreaterThan(0)
  return cases[0]?.case_id ?? ''
}
