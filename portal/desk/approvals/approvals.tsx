// What waits for the leader, in the order of the worklist: nearest deadline first.
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { useNames } from '../parts/names'
import { PageHead } from '../parts/page'
import { Reading } from '../parts/reading'
import { Due } from '../today/work-line'
import { worklistQuery, type WorkRow } from '../today/worklist'

export function Approvals() {
  const words = useTranslations('approvals')
  const list = useQuery(worklistQuery)
  return (
    <>
      <PageHead title={words('title')} tab={words('title')} below={words('hint')} />
      <Reading of={list}>
        {({ groups, soon_until }) => {
          const waiting = groups.find(({ group }) => group === 'waiting_for_leader')
          if (!waiting || waiting.rows.length === 0) return <p className="sheet empty">{words('none')}</p>
          return (
            <div className="sheet scroller" role="region" aria-label={words('title')} tabIndex={0}>
              <Waiting rows={waiting.rows} soonUntil={soon_until} />
              {waiting.rows.length < waiting.count && <p className="more quiet">{words('more')}</p>}
            </div>
          )
        }}
      </Reading>
    </>
  )
}

function Waiting({ rows, soonUntil }: { rows: WorkRow[]; soonUntil: string }) {
  const words = useTranslations('approvals')
  const names = useNames()
  return (
    <table>
      <caption className="unseen">{words('title')}</caption>
      <thead>
        <tr>
          <th scope="col">{words('deadline')}</th>
          <th scope="col">{words('case')}</th>
          <th scope="col">{words('kind')}</th>
          <th scope="col">{words('officer')}</th>
          <th scope="col">
            <span className="unseen">{words('open')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ case: line, clock }) => (
          <tr key={line.case_id}>
            <td className="due">
              <Due clock={clock} soonUntil={soonUntil} />
            </td>
            <td>
              <Link to="/approvals/$id" params={{ id: line.case_id }} className="case-name">
                {line.adopters.join(' ')}
              </Link>
              <div className="micro">{line.number}</div>
            </td>
            <td>{line.procedure === 'formation' ? names.value('ChildKind', line.kind) : names.value('Procedure', line.procedure)}</td>
            <td>{line.officer}</td>
            <td className="right">
              <Link to="/approvals/$id" params={{ id: line.case_id }} className="button low">
                {words('open')}
              </Link>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
