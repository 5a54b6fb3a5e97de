// What an assessor's pages are made of: the cases one is appointed in, and of each what an assessor may read.
import { queryOptions, useQuery, type QueryClient } from '@tanstack/react-query'
import { service, type Schemas } from '../../shared/api/client'
import { ProblemError, take } from '../../shared/api/problem'
import type { CaseView } from '../case/read'
import { askOrKept, keepCopy } from './device/kept'

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

/** The names of the copies on this device. */
export const TASKS_COPY = 'tasks'
const copyOfActs = (id: string) => `acts/${id}`
export const copyOfTask = (id: string) => `task/${id}`

// Asked for without a line, too: then the copy answers.
export const tasksQuery = queryOptions({
  queryKey: ['lists', 'tasks'],
  networkMode: 'always',
  queryFn: () => askOrKept(TASKS_COPY, async () => (await take(service.GET('/v1/cases', { params: { query: { limit: 100 } } }))).cases),
})

export const taskQuery = (id: string) =>
  queryOptions({
    queryKey: ['case', id, 'task'],
    networkMode: 'always',
    queryFn: () =>
      askOrKept(copyOfTask(id), async () => {
        try {
          return asTask(await take(service.GET('/v1/cases/{case}', { params: { path: { case: id } } }))) ?? null
        } catch (error) {
          // A task that has ended is none: what was shown of it goes from the page and, as no copy, from the device.
          if (error instanceof ProblemError && [403, 404].includes(error.status)) return null
          throw error
        }
      }),
  })

/** What may be done, with a copy behind it: a form opens without a line, too. */
export const taskActsQuery = (id: string) =>
  queryOptions({
    queryKey: ['case', id, 'task', 'acts'],
    networkMode: 'always',
    queryFn: () => askOrKept(copyOfActs(id), () => take(service.GET('/v1/cases/{case}/acts', { params: { path: { case: id } } }))),
  })

/** Shows what was just read, at once, in the place of what was read before. */
export function showTask(queries: QueryClient, id: string, view: CaseView): void {
  const { queryKey } = taskQuery(id)
  const task = asTask(view) ?? null
  void queries.cancelQueries({ queryKey })
  queries.setQueryData(queryKey, task)
  void keepCopy(copyOfTask(id), task)
}

/** What has to be read anew after an act. */
export const readAnew = (id: string) => ({ queryKey: ['case', id] })

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
