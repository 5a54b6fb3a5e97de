// The one list of the pages that the stories go to, and which routes the desk and the family's pages have.
import { readFileSync } from 'node:fs'
import type { Role } from './service'

/** Where who goes; CASE is a case. */
export const PAGES: [Role, string[]][] = [
  ['registrar', ['/today', '/cases', '/cases/CASE', '/cases/CASE/papers', '/cases/CASE/parties', '/cases/CASE/documents', '/cases/CASE/history', '/cases/CASE/acts/record_check', '/cases/CASE/acts/inquire', '/cases/CASE/acts/accept', '/cases/CASE/acts/file_paper', '/cases/CASE/acts/reject_paper', '/cases/CASE/acts/guide', '/cases/CASE/acts/report_incident', '/cases/CASE/acts/declare_gift', '/cases/CASE/papers/1/verify', '/intake', '/drafts', '/deadlines', '/search', '/rules', '/counter', '/assessors', '/statistics', '/no/such']],
  ['leader', ['/approvals', '/approvals/CASE', '/donation-holds', '/incidents', '/handover', '/indicators', '/audit/cases/CASE']],
  ['archivist', ['/archive', '/archive/CASE']],
  ['donation_clerk', ['/donations', '/donations/report']],
  ['visitor', ['/visits']],
  ['auditor', ['/audit', '/chains']],
  ['institution', ['/children', '/children/CASE']],
  ['agency_manager', ['/agency', '/indicators']],
  ['administrator', ['/people', '/office', '/calendars', '/assessors', '/indicators']],
]

/** The pages of an assessor, for a case in the middle of its assessment. */
export const TASK_PAGES = ['/tasks', '/tasks/waiting', ...['', '/visits', '/integration', '/report', '/acts/record_assessment_work', '/acts/file_evidence', '/score/integration/C2', '/score/capability', '/sheet/integration', '/sheet/capability', '/beside/integration', '/veto', '/differences/capability'].map((below) => `/tasks/CASE${below}`)]

/** The pages of the families, as anybody may open them. */
export const FAMILY_PAGES = ['/', '/ask', '/guide/institution_foundling', '/notices', '/apply', '/visit', '/my', '/verify', '/left', '/no/such']

/** And those of a draft and of a notice, NOTICE, that there has to be first. */
export const FAMILY_ELSEWHERE = ['/apply/form', '/apply/photos', '/notices/NOTICE']

/** Gone through in `kitchen-table.spec.ts`, and not looked at by axe. */
export const ELSEWHERE = ['/tasks/CASE/waiting/ENTRY']

/** Every route of the router, as it is written there; the first only leads on to another. */
export function routes(): string[] {
  const router = readFileSync(new URL('../../desk/router.tsx', import.meta.url), 'utf8')
  const pages = [...router.matchAll(/\b(?:page\(|path: )'([^']+)'/g)].map(([, path]) => path ?? '')
  const tasks = [...router.matchAll(/\bwithin\('([^']+)'/g)].map(([, path]) => `/tasks${path === '/' ? '' : path}`)
  return [...new Set([...pages, ...tasks])].filter((path) => path !== '/')
}

/** The same of the families' pages. */
export function familyRoutes(): string[] {
  const pages = readFileSync(new URL('../../family/pages.tsx', import.meta.url), 'utf8')
  return [...pages.matchAll(/<Route path="([^"]+)"/g)].map(([, path]) => (path ?? '').replaceAll(':', '$'))
}

/** Whether an address is one of a route, and of no other that names more of it. */
export function leadsTo(route: string, address: string): boolean {
  const parts = [route.split('/'), address.split('/')] as const
  return parts[0].length === parts[1].length && parts[0].every((part, place) => (part.startsWith('$') ? parts[1][place] !== '' : part === parts[1][place]))
}
