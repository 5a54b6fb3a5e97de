// Lines of the access log: who did or tried what, when, and how it ended. Without contents.
import { Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import type { Schemas } from '../../shared/api/client'
import { useDays } from '../parts/days'
import { useNames } from '../parts/names'
import { useOperations } from './operations'

export function AccessTable({ lines }: { lines: Schemas['AccessLine'][] }) {
  const words = useTranslations('audit')
  const names = useNames()
  const operation = useOperations()
  const { instant } = useDays()
  return (
    <table className="small">
      <caption className="unseen">{words('title')}</caption>
      <thead>
        <tr>
          <th scope="col">{words('at')}</th>
          <th scope="col">{words('who')}</th>
          <th scope="col">{words('operation')}</th>
          <th scope="col">{words('outcome')}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.id}>
            <td className="nowrap">{line.at ? instant(line.at) : '—'}</td>
            <td>
              {line.name ?? words('family')}
              <div className="micro">{line.roles.map((role) => names.value('Role', role)).join(words('comma'))}</div>
            </td>
            <td>
              {operation(line.operation)}
              {line.case_id && (
                <div className="micro">
                  <Link to="/audit/cases/$id" params={{ id: line.case_id }}>
                    {line.case_id}
                  </Link>
                </div>
              )}
            </td>
            <td>
              {names.value('AccessOutcome', line.outcome)}
              {line.rules.length > 0 && <div className="micro">{line.rules.join(' ')}</div>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
