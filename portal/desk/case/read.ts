// Everything the page of a case is made of, as the service tells it.
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import { service, type Schemas } from '../../shared/api/client'
import { take } from '../../shared/api/problem'

export type CaseView = Schemas['CaseView']
export type WholeCase = Extract<CaseView, { view: 'whole' }>

const inCase = (id: string) => ({ params: { path: { case: id } } })

export const caseQuery = (id: string) =>
  queryOptions({ queryKey: ['case', id], queryFn: () => take(service.GET('/v1/cases/{case}', inCase(id))) })
export const actsQuery = (id: string) =>
  queryOptions({ queryKey: ['case', id, 'acts'], queryFn: () => take(service.GET('/v1/cases/{case}/acts', inCase(id))) })
export const checklistQuery = (id: string) =>
  queryOptions({ queryKey: ['case', id, 'checklist'], queryFn: () => take(service.GET('/v1/cases/{case}/checklist', inCase(id))) })
export const clocksQuery = (id: string) =>
  queryOptions({ queryKey: ['case', id, 'clocks'], queryFn: () => take(service.GET('/v1/cases/{case}/deadlines', inCase(id))) })
export const timelineQuery = (id: string) =>
  queryOptions({ queryKey: ['case', id, 'timeline'], queryFn: () => take(service.GET('/v1/cases/{case}/timeline', inCase(id))) })
export const documentsQuery = (id: string) =>
  queryOptions({ queryKey: ['case', id, 'documents'], queryFn: () => take(service.GET('/v1/cases/{case}/documents', inCase(id))) })

export function useCase(id: string) {
  return useQuery(caseQuery(id))
}

/** After an act: what was read of this case, and every list, is read anew. */
export function useCaseChanged(): (id: string) => Promise<void> {
  const queries = useQueryClient()
  return async (id) => {
    await Promise.all([
      queries.invalidateQueries({ queryKey: ['case', id] }),
      queries.invalidateQueries({ queryKey: ['lists'] }),
    ])
  }
}
