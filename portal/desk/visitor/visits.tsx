// Whom to visit after an adoption, the most urgent first, and where a visit is recorded. Names are masked here; who goes
// finds address and telephone on the page of the case, and that is logged.
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { service, type Schemas } from '../../shared/api/client'
import { take } from '../../shared/api/problem'
import { CaseName } from '../ledger/line'
import { useDays } from '../parts/days'
import { PageHead } from '../parts/page'
import { Reading } from '../parts/reading'
import { useRows } from '../today/rows'

const MOST = 200
const ACT = 'visit_after_adoption'

type Line = Schemas['LedgerLine']

export function Visits() {
  const words = useTranslations('visits')
  const cases = useQuery({
    queryKey: ['lists', 'visits'],
    queryFn: () => take(service.GET('/v1/cases', { params: { query: { procedure: 'formation', sort: 'deadline', limit: MOST } } })),
  })
  return (
    <>
      <PageHead title={words('title')} tab={words('title')} below={words('hint')} />
      <Reading of={cases}>
        {(page) => {
          const due = page.cases.filter((line) => line.next_deadline?.kind === 'follow_up')
          return (
            <div className="sheet scroller" role="region" aria-label={words('title')} tabIndex={0}>
              {due.length > 0 ? <Table lines={due} /> : <p className="empty">{words('none')}</p>}
              {page.next && <p className="more quiet">{words('more', { most: MOST })}</p>}
            </div>
          )
        }}
      </Reading>
    </>
  )
}

function Table({ lines }: { lines: Line[] }) {
  const words = useTranslations('visits')
  const { day, until } = useDays()
  const { table, chosen } = useRows(lines.map((line) => ({ id: line.case_id, act: ACT })))
  return (
    <table ref={table}>
      <caption className="unseen">{words('title')}</caption>
      <thead>
        <tr>
          <th scope="col">{words('due')}</th>
          <th scope="col">{words('family')}</th>
          <th scope="col">{words('child')}</th>
          <th scope="col">
            <span className="unseen">{words('record')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line, place) => {
          const due = line.next_deadline?.due_on ?? ''
          const left = until(due) ?? 0
          return (
            <tr key={line.case_id} className={chosen === place ? 'on' : undefined}>
              <td className="due">
                <b className={left < 0 ? 'red' : undefined}>{left < 0 ? words('late', { days: -left }) : words('left', { days: left })}</b>
                <span>{day(due)}</span>
              </td>
              <td>
                <CaseName line={line} />
              </td>
              <td>{line.child}</td>
              <td className="right">
                <Link to="/cases/$id/acts/$act" params={{ id: line.case_id, act: ACT }} className="button low">
                  {words('record')}
                </Link>
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
