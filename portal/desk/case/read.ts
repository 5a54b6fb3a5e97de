// Everything the page of a case is made of, as the service tells it.
import { queryOptions, useQueryClient, type QueryClient } from '@tanstack/react-query'
import { service, type Schemas } from '../../shared/api/client'
import { take } from '../../shared/api/problem'
import { ME, type Me } from '../session/state'

export type CaseView = Schemas['CaseView']
export type WholeCase = Extract<CaseView, { view: 'whole' }>

const inCase = (id: string) => ({ params: { path: { case: id } } })

export const caseQuery = (id: string) =>
  queryOptions({ queryKey: ['case', id], queryFn: () => take(service.GET('/v1/cases/{case}', inCase(id))) })
export const actsQuery = (id: string) =>
  queryOptions({ queryKey: ['case', id, 'acts'], queryFn: () => take(service.GET('/v1/cases/{case}/acts', inCase(id))) })
export const documentsQuery = (id: string) =>
  queryOptions({ queryKey: ['case', id, 'documents'], queryFn: () => take(service.GET('/v1/cases/{case}/documents', inCase(id))) })

/** The page of a case. Who reads no papers has its view and its acts alone. */
export type CasePage = Pick<Schemas['CasePage'], 'case' | 'acts'> & Partial<Pick<Schemas['CasePage'], 'checklist' | 'deadlines' | 'timeline'>>

/** They read a case without its papers. The service decides; this spares a question that it would refuse and log. */
const WITHOUT_PAPERS = new Set<Schemas['Role']>(['assessor', 'visitor'])

/** The whole page in one read, so that it is drawn at once and nothing on it moves when a part comes later. */
export const pageQuery = (id: string) =>
  queryOptions({ queryKey: ['case', id, 'page'], queryFn: ({ client }): Promise<CasePage> => readPage(id, client) })

async function readPage(id: string, client: QueryClient): Promise<CasePage> {
  const me = client.getQueryData<Me>(ME.queryKey)
  if (me?.roles.every((role) => WITHOUT_PAPERS.has(role))) {
    const [view, acts] = await Promise.all([client.fetchQuery(caseQuery(id)), client.fetchQuery(actsQuery(id))])
    return { case: view, acts }
  }
  const page = await take(service.GET('/v1/cases/{case}/page', inCase(id)))
  // What the pages beside this one ask for alone is known with it.
  client.setQueryData(caseQuery(id).queryKey, page.case)
  client.setQueryData(actsQuery(id).queryKey, page.acts)
  client.setQueryData(documentsQuery(id).queryKey, page.documents)
  return page
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
