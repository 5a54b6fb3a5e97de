// What stands in the side menu for whom. A menu is a help, not a lock: the service decides what may be read.
import type { Schemas } from '../../shared/api/client'
import type { IconName } from './icon'

export type Role = Schemas['Role']

export interface Entry {
  to: string
  /** Its key in the words of the frame. */
  word: 'today' | 'tasks' | 'approvals' | 'cases' | 'deadlines' | 'holds' | 'donations' | 'archive' | 'people' | 'office' | 'calendars' | 'audit' | 'rules' | 'counter' | 'visits' | 'chains' | 'incidents' | 'handover' | 'statistics' | 'indicators' | 'assessors' | 'drafts' | 'agency' | 'children'
  icon: IconName
}

const TODAY: Entry = { to: '/today', word: 'today', icon: 'today' }
const TASKS: Entry = { to: '/tasks', word: 'tasks', icon: 'inbox' }
const CASES: Entry = { to: '/cases', word: 'cases', icon: 'list' }
const DEADLINES: Entry = { to: '/deadlines', word: 'deadlines', icon: 'clock' }
const RULES: Entry = { to: '/rules', word: 'rules', icon: 'book' }
const APPROVALS: Entry = { to: '/approvals', word: 'approvals', icon: 'stamp' }
const HOLDS: Entry = { to: '/donation-holds', word: 'holds', icon: 'gift' }
const ARCHIVE: Entry = { to: '/archive', word: 'archive', icon: 'box' }
const DONATIONS: Entry = { to: '/donations', word: 'donations', icon: 'gift' }
const PEOPLE: Entry = { to: '/people', word: 'people', icon: 'people' }
const OFFICE: Entry = { to: '/office', word: 'office', icon: 'house' }
const CALENDARS: Entry = { to: '/calendars', word: 'calendars', icon: 'today' }
const AUDIT: Entry = { to: '/audit', word: 'audit', icon: 'eye' }
const CHAINS: Entry = { to: '/chains', word: 'chains', icon: 'list' }
const COUNTER: Entry = { to: '/counter', word: 'counter', icon: 'inbox' }
const VISITS: Entry = { to: '/visits', word: 'visits', icon: 'house' }
const INCIDENTS: Entry = { to: '/incidents', word: 'incidents', icon: 'alarm' }
const HANDOVER: Entry = { to: '/handover', word: 'handover', icon: 'hand' }
const STATISTICS: Entry = { to: '/statistics', word: 'statistics', icon: 'chart' }
const INDICATORS: Entry = { to: '/indicators', word: 'indicators', icon: 'list' }
const ASSESSORS: Entry = { to: '/assessors', word: 'assessors', icon: 'people' }
const CHILDREN: Entry = { to: '/children', word: 'children', icon: 'people' }
const AGENCY: Entry = { to: '/agency', word: 'agency', icon: 'inbox' }
const DRAFTS: Entry = { to: '/drafts', word: 'drafts', icon: 'draft' }

const MENUS: Record<Role, Entry[]> = {
  registrar: [TODAY, COUNTER, CASES, DEADLINES, DRAFTS, ASSESSORS, STATISTICS, RULES],
  leader: [APPROVALS, INCIDENTS, DEADLINES, HOLDS, CASES, DRAFTS, HANDOVER, ASSESSORS, INDICATORS, STATISTICS, RULES],
  assessor: [TASKS, DRAFTS],
  agency_manager: [AGENCY, INDICATORS],
  institution: [CHILDREN],
  archivist: [ARCHIVE, CASES, DEADLINES, STATISTICS],
  visitor: [VISITS, CASES],
  donation_clerk: [DONATIONS],
  auditor: [AUDIT, CHAINS, INDICATORS, ASSESSORS, STATISTICS, RULES],
  administrator: [PEOPLE, OFFICE, CALENDARS, INDICATORS, ASSESSORS],
  family: [],
}

/** The menus of the roles somebody holds, each entry once. */
export function menuOf(roles: Role[]): { role: Role; entries: Entry[] }[] {
  const seen = new Set<string>()
  return roles.map((role) => ({
    role,
    entries: MENUS[role].filter(({ to }) => !seen.has(to) && seen.add(to)),
  }))
}

/** Whether somebody reads cases that could be found; to all others the search would only ever answer that there is none. */
export function finds(roles: Role[]): boolean {
  return roles.some((role) => MENUS[role].includes(CASES) || MENUS[role].includes(TASKS))
}

/** What somebody sees first. */
export function firstPage(roles: Role[]): string {
  return menuOf(roles).find(({ entries }) => entries.length > 0)?.entries[0]?.to ?? '/today'
}
