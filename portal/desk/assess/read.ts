// What an assessor's pages are made of: the cases one is appointed in, and of each what an assessor may read.
import { queryOptions, useQuery } from '@tanstack/react-query'
import { service, type Schemas } from '../../shared/api/client'
import { take } from '../../shared/api/problem'
import type { CaseView } from '../case/read'

export type Part = Schemas['AssessmentPart']
export type Scored = Schemas['Scored']
export type Sheet = Schemas['RaterSheet']
export type SheetText = Schemas['SheetText']
export type Mark = Schemas['GivenMark']
export type Item = Schemas['IndicatorItem']
export type Task = Extract<CaseView, { assessment: unknown }>

export const PARTS: Part[] = ['capability', 'integration']

/** A case without an assessment is none for an assessor. */
function asTask(view: CaseView): Task | undefined {
  return 'assessment' in view ? view : undefined
}

export const tasksQuery = queryOptions({
  queryKey: ['lists', 'tasks'],
  queryFn: async () => (await take(service.GET('/v1/cases', { params: { query: { limit: 100 } } }))).cases,
})

export const taskQuery = (id: string) =>
  queryOptions({
    queryKey: ['case', id, 'task'],
    queryFn: async () => asTask(await take(service.GET('/v1/cases/{case}', { params: { path: { case: id } } }))) ?? null,
  })

export function useTask(id: string) {
  return useQuery(taskQuery(id))
}

export function scoredOf(task: Task): Scored | undefined {
  return task.assessment.scored ?? undefined
}

export function groupsOf(scored: Scored, part: Part): Schemas['IndicatorGroup'][] {
  return scored.set[part].groups
}

export function itemsOf(scored: Scored, part: Part): Item[] {
  return groupsOf(scored, part).flatMap(({ items }) => items)
}

export function sheetOf(scored: Scored, part: Part, rater: string): Sheet | undefined {
  return scored.sheets.find((sheet) => sheet.part === part && sheet.rater.id === rater)
}

/** Every piece of evidence of the case, with where it comes from. */
export function evidenceOf(scored: Scored): Schemas['EvidencePiece'][] {
  return scored.records.flatMap(({ evidence }) => evidence)
}
