// Takes the pictures of the desk's main pages.
import { expect, test } from '@playwright/test'
import { application } from '../tests/support/cast'
import { openOffice } from '../tests/support/office'
import { firstCase, openCase, signIn } from '../tests/support/service'
import { take, type Picture } from './take'

/** A case whose certificate was given, and one that waits for the leader; one is taken in beside them. */
const STORIES = [
  ['--until', 'issue_certificate', '--kind', 'stepchild'],
  ['--until', 'propose', '--kind', 'institution_foundling'],
]

const BOTH = ['zh-CN', 'en']
const WIDE = [1366, 1024]

const PICTURES: Picture[] = [
  { name: 'sign-in', path: '/', widths: [1366], languages: BOTH },
  { name: 'today', role: 'registrar', path: '/today', widths: WIDE, languages: BOTH },
  { name: 'today-dark', role: 'registrar', path: '/today', widths: [1366], languages: ['zh-CN'] },
  { name: 'cases', role: 'registrar', path: '/cases', widths: [1366], languages: BOTH },
  { name: 'case', role: 'registrar', path: '/cases/WAITING', widths: WIDE, languages: BOTH },
  { name: 'verify', role: 'registrar', path: '/cases/WAITING/papers/1/verify', widths: WIDE, languages: BOTH },
  { name: 'act', role: 'registrar', path: '/cases/WAITING/acts/inquire', widths: [1366], languages: BOTH },
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
  { name: 'deadlines', role: 'leader', path: '/deadlines', widths: [1366], languages: BOTH },
  { name: 'approval', role: 'leader', path: '/approvals/WAITING', widths: WIDE, languages: BOTH },
  { name: 'counter', role: 'registrar', path: '/counter', widths: [1366], languages: ['zh-CN'] },
  { name: 'archive', role: 'archivist', path: '/archive', widths: [1366], languages: ['zh-CN'] },
  { name: 'statistics', role: 'leader', path: '/statistics', widths: [1366], languages: BOTH },
  { name: 'people', role: 'administrator', path: '/people', widths: [1366], languages: ['zh-CN'] },
  { name: 'audit', role: 'auditor', path: '/audit', widths: [1366], languages: BOTH },
]

test('the pictures of the desk', async ({ page }) => {
  const office = await openOffice(STORIES)
  try {
    const registrar = await signIn(page.request, office, 'registrar')
    await openCase(page.request, office, registrar, application())
    const waiting = await firstCase(page.request, office, 'leader', 'waiting_for_leader')
    for (const picture of PICTURES) await take(page, office, { ...picture, path: picture.path.replace('WAITING', waiting) })
  } finally {
    await page.close()
    await office.stop()
  }
})
