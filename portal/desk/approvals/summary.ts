// What a leader decides on, as the service puts it together.
import { queryOptions } from '@tanstack/react-query'
import { service, type Schemas } from '../../shared/api/client'
import { take } from '../../shared/api/problem'

export type Summary = Schemas['ApprovalAnswer']

export const summaryQuery = (id: string) =>
  queryOptions({ queryKey: ['case', id, 'summary'], queryFn: () => take(service.GET('/v1/cases/{case}/approval-summary', { params: { path: { case: id } } })) })
