// What one version of a set changes in another, place by place, as the service compares them.
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { service, type Schemas } from '../../shared/api/client'
import { take } from '../../shared/api/problem'
import { Reading } from '../parts/reading'
import { TableSheet } from '../parts/table'

export function Changes({ before, after }: { before: Schemas['SetVersion']; after: Schemas['SetVersion'] }) {
  const words = useTranslations('indicators')
  const changes = useQuery({
    queryKey: ['indicator-sets', 'changes', before.id, before.version, after.id, after.version],
    queryFn: () =>
      take(
        service.GET('/v1/indicator-sets/{set}/{version}/changes', {
          params: { path: { set: after.id, version: after.version }, query: { since: before.version, since_set: before.id } },
        }),
      ),
  })
  return (
    <Reading of={changes}>
      {(read) => (
        <TableSheet title={words('changes')} heads={[words('place'), words('was'), words('is')]} empty={read.changes.length === 0 ? words('same') : undefined}>
          {read.changes.map((change) => (
            <tr key={change.place}>
              <td>
                <code>{change.place}</code>
              </td>
              <td>{change.before ?? '—'}</td>
              <td>{change.after ?? '—'}</td>
            </tr>
          ))}
        </TableSheet>
      )}
    </Reading>
  )
}
