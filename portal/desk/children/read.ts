// The cases of an institution's children, as the service tells the institution: what it brings, and nothing of the adopters.
import { queryOptions } from '@tanstack/react-query'
import { service, type Schemas } from '../../shared/api/client'
import { take } from '../../shared/api/problem'

export type Line = Schemas['PlacedCaseLine']
export type Placed = Schemas['PlacedCase']
export type Slot = Schemas['ChecklistSlot']

export const childrenQuery = queryOptions({
  queryKey: ['lists', 'children'],
  queryFn: () => take(service.GET('/v1/placed-cases')),
})

export const childQuery = (id: string) =>
  queryOptions({
    queryKey: ['case', id, 'placed'],
    queryFn: () => take(service.GET('/v1/placed-cases/{case}', { params: { path: { case: id } } })),
  })

/** What the institution still has to do something about. */
export const isOpen = (slot: Slot) => slot.state === 'rejected' || (slot.state === 'missing' && slot.demand === 'required')
