// What waits for the leader, nearest deadline first.
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { service } from '../../shared/api/client'
import { take } from '../../shared/api/problem'
import { useDays } from '../parts/days'
import { useNames } from '../parts/names'
import { PageHead } from '../parts/page'
import { Reading } from '../parts/reading'

export function Approvals() {
  const words = useTranslations('approvals')
  const names = useNames()
  const { day, until } = useDays()
  const waiting = useQuery({
    queryKey: ['lists', 'approvals'],
    queryFn: () => take(service.GET('/v1/cases', { params: { query: { stage: 'proposed', limit: 100 } as never } })),
  })
  return (
    <>
      <PageHead title={words('title')} tab={words('title')} below={words('hint')} />
      <Reading of={waiting}>
        {({ cases }) =>
          cases.length === 0 ? (
            <p className="sheet empty">{words('none')}</p>
          ) : (
            <div className="sheet scroller" role="region" aria-label={words('title')} tabIndex={0}>
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
                  {[...cases]
                    .sort((a, b) => (a.next_deadline?.due_on ?? '9').localeCompare(b.next_deadline?.due_on ?? '9'))
                    .map((line) => {
                      const left = line.next_deadline ? until(line.next_deadline.due_on) : undefined
                      return (
                        <tr key={line.case_id}>
                          <td className="due">
                            <b className={left !== undefined && left < 0 ? 'red' : left !== undefined && left <= 3 ? 'amber' : undefined}>{line.next_deadline ? day(line.next_deadline.due_on) : '—'}</b>
                            <span>{left !== undefined && (left < 0 ? words('late', { days: -left }) : words('left', { days: left }))}</span>
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
                      )
                    })}
                </tbody>
              </table>
            </div>
          )
        }
      </Reading>
    </>
  )
}
