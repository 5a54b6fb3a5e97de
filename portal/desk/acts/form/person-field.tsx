// Somebody of the office or of an assessing body, chosen by name.
import { useQuery } from '@tanstack/react-query'
import { service } from '../../../shared/api/client'
import { take } from '../../../shared/api/problem'
import { useNames } from '../../parts/names'
import type { FieldProps } from './labelled'
import { WordOptions } from './options'

/** Not asked for where the service would refuse it. */
export function usePeople(enabled = true) {
  return useQuery({ queryKey: ['people'], enabled, queryFn: () => take(service.GET('/v1/people')), staleTime: 60_000 })
}

export function PersonField(props: FieldProps) {
  const names = useNames()
  const people = usePeople().data ?? []
  const options = people
    .filter((person) => !person.disabled)
    .map((person) => ({
      value: person.id,
      title: `${person.name} · ${person.roles.map((role) => names.value('Role', role)).join(' ')}`,
    }))
  return <WordOptions {...props} options={options} />
}
