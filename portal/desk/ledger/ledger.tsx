// The ledger: every case one may see, with filters the service applies, page by page.
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { service, type Schemas } from '../../shared/api/client'
import { take } from '../../shared/api/problem'
import { useDays } from '../parts/days'
import { useNames } from '../parts/names'
import { PageHead } from '../parts/page'
import { Unread } from '../parts/said'
import { Bars } from '../../shared/parts/bars'
import { useRows } from '../today/rows'
import { NewCase } from './new-case'
import { CaseName } from './line'

type Filter = { stage?: string; kind?: string; procedure?: string; overdue?: boolean; sort?: string }

const STAGES = ['applied', 'accepted', 'proposed', 'approved', 'registered', 'issued', 'archived', 'closed', 'not_accepted', 'refused', 'withdrawn']
const PROCEDURES = ['formation', 'dissolution', 'revocation', 'replacement', 'proof', 'late_entry']
const KINDS = ['institution_foundling', 'institution_orphan', 'guardian_orphan', 'foundling', 'hardship_parents', 'incapable_parents', 'collateral_kin', 'stepchild', 'state_guardianship', 'rescued_child']

export function Ledger() {
  const words = useTranslations('ledger')
  const [filter, setFilter] = useState<Filter>({})
  const pages = useInfiniteQuery({
    queryKey: ['lists', 'cases', filter],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      take(service.GET('/v1/cases', { params: { query: { ...filter, cursor: pageParam, limit: 50 } as never } })),
    getNextPageParam: (page) => page.next ?? undefined,
  })
  const lines = pages.data?.pages.flatMap((page) => page.cases)
  const filtered = Object.values(filter).some(Boolean)
  return (
    <>
      <PageHead title={words('title')} tab={words('title')}>
        <NewCase />
      </PageHead>
      <Filters filter={filter} onChange={setFilter} />
      <div className="sheet scroller" role="region" aria-label={words('title')} tabIndex={0}>
        {lines ? <Lines lines={lines} /> : pages.isError ? <Unread error={pages.error} again={() => void pages.refetch()} /> : <Bars rows={8} small />}
        {lines?.length === 0 && (
          <p className="empty">
            {filtered ? words('noneByFilter') : words('none')}{' '}
            {filtered && (
              <button type="button" className="link" onClick={() => setFilter({})}>
                {words('clear')}
              </button>
            )}
          </p>
        )}
        {pages.hasNextPage && (
          <p className="more">
            <button type="button" className="button low" disabled={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
              {words('more')}
            </button>
          </p>
        )}
      </div>
    </>
  )
}

function Filters({ filter, onChange }: { filter: Filter; onChange: (filter: Filter) => void }) {
  const words = useTranslations('ledger')
  const names = useNames()
  const pick = (key: 'stage' | 'kind' | 'procedure', schema: string, values: string[]) => (
    <label>
      <span>{words(key)}</span>
      <select className="input" value={filter[key] ?? ''} onChange={(event) => onChange({ ...filter, [key]: event.target.value || undefined })}>
        <option value="">{words('all')}</option>
        {values.map((value) => (
          <option key={value} value={value}>
            {names.value(schema, value)}
          </option>
        ))}
      </select>
    </label>
  )
  return (
    <div className="filters">
      {pick('stage', 'Stage', STAGES)}
      {pick('kind', 'ChildKind', KINDS)}
      {pick('procedure', 'Procedure', PROCEDURES)}
      <label className="choice">
        <input type="checkbox" checked={filter.overdue ?? false} onChange={(event) => onChange({ ...filter, overdue: event.target.checked || undefined })} />
        <span>{words('overdue')}</span>
      </label>
    </div>
  )
}

export function Lines({ lines }: { lines: Schemas['LedgerLine'][] }) {
  const words = useTranslations('ledger')
  const names = useNames()
  const { day, until } = useDays()
  const { table, chosen } = useRows(lines.map((line) => ({ id: line.case_id })))
  return (
    <table ref={table}>
      <caption className="unseen">{words('title')}</caption>
      <thead>
        <tr>
          <th scope="col">{words('case')}</th>
          <th scope="col">{words('child')}</th>
          <th scope="col">{words('stage')}</th>
          <th scope="col">{words('deadline')}</th>
          <th scope="col">{words('received')}</th>
          <th scope="col">{words('officer')}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line, place) => {
          const left = line.next_deadline ? until(line.next_deadline.due_on) : undefined
          return (
            <tr key={line.case_id} className={chosen === place ? 'on' : undefined}>
              <td>
                <CaseName line={line} />
              </td>
              <td>
                {line.child}
                <div className="micro">
                  {line.procedure === 'formation' ? names.value('ChildKind', line.kind) : names.value('Procedure', line.procedure)}
                </div>
              </td>
              <td>{names.value('Stage', line.stage)}</td>
              <td className="due">
                {line.next_deadline ? (
                  <>
                    <b className={left !== undefined && left < 0 ? 'red' : left !== undefined && left <= 3 ? 'amber' : undefined}>
                      {day(line.next_deadline.due_on)}
                    </b>
                    <span>{names.value('DeadlineKind', line.next_deadline.kind)}</span>
                  </>
                ) : (
                  '—'
                )}
              </td>
              <td className="nowrap">{day(line.received_on)}</td>
              <td>{line.officer}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
