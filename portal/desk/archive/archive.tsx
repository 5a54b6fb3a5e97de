// The archivist's day: volumes to be closed by their day, volumes that are out for reading, and what is kept.
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { service, type Schemas } from '../../shared/api/client'
import { take } from '../../shared/api/problem'
import { CaseName } from '../ledger/line'
import { useDays } from '../parts/days'
import { PageHead } from '../parts/page'
import { Reading } from '../parts/reading'
import { useRows } from '../today/rows'

const MOST = 200
const SHELVES = ['to_file', 'loans', 'archived', 'closed'] as const
type Shelf = (typeof SHELVES)[number]
type Line = Schemas['LedgerLine']

/** What is done with a volume of the shelf; reading it again and again is done of both that are kept. */
const ACTS = { to_file: 'archive', loans: 'return_volume', archived: 'lend_volume', closed: 'lend_volume' } as const

interface Volumes {
  lines: Line[]
  more: boolean
}

async function read(shelf: Shelf): Promise<Volumes> {
  if (shelf === 'archived' || shelf === 'closed') {
    const page = await take(service.GET('/v1/cases', { params: { query: { stage: shelf, limit: MOST } } }))
    return { lines: page.cases, more: Boolean(page.next) }
  }
  const { groups } = await take(service.GET('/v1/worklist', { params: { query: { group: shelf, limit: MOST } } }))
  const group = groups.find((each) => each.group === shelf)
  return { lines: group?.rows.map((row) => row.case) ?? [], more: group?.more ?? false }
}

export function Archive() {
  const words = useTranslations('archive')
  const [shelf, setShelf] = useState<Shelf>('to_file')
  const volumes = useQuery({ queryKey: ['lists', 'archive', shelf], queryFn: () => read(shelf) })
  return (
    <>
      <PageHead title={words('title')} tab={words('title')} />
      <div className="tabs" role="group" aria-label={words('title')}>
        {SHELVES.map((each) => (
          <button key={each} type="button" className={each === shelf ? 'tab on' : 'tab'} aria-pressed={each === shelf} onClick={() => setShelf(each)}>
            {words(`shelves.${each}`)}
          </button>
        ))}
      </div>
      <Reading of={volumes}>
        {({ lines, more }) => (
          <div className="sheet scroller" role="region" aria-label={words(`shelves.${shelf}`)} tabIndex={0}>
            {lines.length > 0 ? <Table lines={lines} shelf={shelf} /> : <p className="empty">{words(`none.${shelf}`)}</p>}
            {more && <p className="more quiet">{words('more')}</p>}
          </div>
        )}
      </Reading>
    </>
  )
}

function Table({ lines, shelf }: { lines: Line[]; shelf: Shelf }) {
  const words = useTranslations('archive')
  const act = ACTS[shelf]
  const { table, chosen } = useRows(lines.map((line) => ({ id: line.case_id, act })))
  return (
    <table ref={table}>
      <caption className="unseen">{words(`shelves.${shelf}`)}</caption>
      <thead>
        <tr>
          <th scope="col">{words('case')}</th>
          <th scope="col">{words('child')}</th>
          <th scope="col">{words('certificate')}</th>
          {shelf === 'to_file' && <th scope="col">{words('by')}</th>}
          <th scope="col">
            <span className="unseen">{words(`acts.${act}`)}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line, place) => (
          <tr key={line.case_id} className={chosen === place ? 'on' : undefined}>
            <td>
              <CaseName line={line} />
            </td>
            <td>{line.child}</td>
            <td className="nowrap">{line.certificate_number ?? '—'}</td>
            {shelf === 'to_file' && <Due line={line} />}
            <td className="right">
              <Link to="/archive/$id" params={{ id: line.case_id }} className="button low">
                {words('volume')}
              </Link>{' '}
              <Link to="/cases/$id/acts/$act" params={{ id: line.case_id, act }} className="button low">
                {words(`acts.${act}`)}
              </Link>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Due({ line }: { line: Line }) {
  const words = useTranslations('archive')
  const { day, until } = useDays()
  const due = line.next_deadline
  if (due?.kind !== 'archive') return <td>—</td>
  const left = until(due.due_on) ?? 0
  return (
    <td className="due">
      <b className={left < 0 ? 'red' : undefined}>{left < 0 ? words('late', { days: -left }) : words('left', { days: left })}</b>
      <span>{day(due.due_on)}</span>
    </td>
  )
}
