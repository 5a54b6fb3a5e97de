// What waits today, in groups of legal urgency.
import { useQuery } from '@tanstack/react-query'
import { daysBetween } from '../../shared/dates'
import { service, type Schemas } from '../../shared/api/client'
import { take } from '../../shared/api/problem'
import { useMe, useOffice } from '../session/state'

export interface Row {
  case_id: string
  number: string
  adopters: string[]
  child: string
  stage: Schemas['Stage']
  officer: string
  isMine: boolean
  clock: { kind: string; due_on: string; left: number } | null
}

export type GroupName = 'overdue' | 'soon' | 'mine' | 'others'
export interface Group {
  group: GroupName
  count: string
  rows: Row[]
}

const ENDED = new Set(['closed', 'not_accepted', 'refused', 'withdrawn'])

export function useWorklist() {
  const me = useMe()
  const today = useOffice()?.today
  return useQuery({
    queryKey: ['lists', 'worklist', today, me?.id],
    enabled: me !== undefined && today !== undefined,
    queryFn: async () => {
      const page = await take(service.GET('/v1/cases', { params: { query: { limit: 100 } as never } }))
      const rows = page.cases
        .filter((line) => !ENDED.has(line.stage))
        .map((line): Row => ({ ...line, isMine: line.officer === me?.name, clock: clockOf(line, today ?? '') }))
      return groupsOf(rows, page.next !== null)
    },
  })
}

function clockOf(line: Schemas['LedgerLine'], today: string): Row['clock'] {
  const next = line.next_deadline
  return next ? { kind: next.kind, due_on: next.due_on, left: daysBetween(today, next.due_on) } : null
}

function groupsOf(rows: Row[], more: boolean): Group[] {
  const of = (row: Row): GroupName => {
    if (row.clock && row.clock.left < 0) return 'overdue'
    if (row.clock && row.clock.left <= 3) return 'soon'
    return row.isMine ? 'mine' : 'others'
  }
  return (['overdue', 'soon', 'mine', 'others'] as const).map((group) => {
    const members = rows
      .filter((row) => of(row) === group)
      .sort((a, b) => (a.clock?.left ?? Infinity) - (b.clock?.left ?? Infinity))
    return { group, count: more && members.length > 0 ? `${members.length}+` : String(members.length), rows: members }
  })
}
