// The body an assessor assesses for, chosen by its name.
import { useQuery } from '@tanstack/react-query'
import { service } from '../../../shared/api/client'
import { take } from '../../../shared/api/problem'
import type { FieldProps } from './labelled'
import { WordOptions } from './options'

export function AgencyField(props: FieldProps) {
  const agencies = useQuery({ queryKey: ['agencies'], queryFn: () => take(service.GET('/v1/agencies')) }).data ?? []
  const options = agencies.map(({ id, agency }) => ({ value: id, title: agency.name }))
  return <WordOptions {...props} options={options} />
}
