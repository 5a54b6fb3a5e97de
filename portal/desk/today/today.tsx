// Today: what is overdue first, then what ends soon, what waits for me and for others. The groups, their counts, the next
// act of each case and why it is the next come from the service; each count is a filter for the rows below it.
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Icon } from '../frame/icon'
import { NewCase } from '../ledger/new-case'
import { PageHead } from '../parts/page'
import { Reading } from '../parts/reading'
import { useMe } from '../session/state'
import { useRows } from './rows'
import { WorkLine } from './work-line'
import { countOf, groupQuery, worklistQuery, type GroupName, type WorkGroup } from './worklist'

const TINTS: Partial<Record<GroupName, string>> = { overdue: 'red', soon: 'amber', incidents: 'red', others: 'quiet' }

/** They stand at the top even when nothing is in them. */
const ALWAYS = new Set<GroupName>(['overdue', 'soon', 'mine', 'others'])

export function Today() {
  const words = useTranslations('today')
  const me = useMe()
  const list = useQuery(worklistQuery)
  return (
    <>
      <PageHead title={words('title')} tab={words('title')} above={me && words('greeting', { hour: hourInShanghai(), name: me.name })}>
        <button type="button" className="button" onClick={() => window.print()}>
          <Icon name="print" /> {words('print')}
        </button>
        <Link to="/drafts" className="button">
          {words('drafts')}
        </Link>
        <NewCase />
      </PageHead>
      <Reading of={list} rows={8}>
        {({ groups, soon_until }) => <Worklist groups={groups} soonUntil={soon_until} />}
      </Reading>
    </>
  )
}

function hourInShanghai(): number {
  return Number(new Intl.DateTimeFormat('en', { hour: 'numeric', hourCycle: 'h23', timeZone: 'Asia/Shanghai' }).format())
}

function Worklist({ groups, soonUntil }: { groups: WorkGroup[]; soonUntil: string }) {
  const words = useTranslations('today')
  const [only, setOnly] = useState<GroupName>()
  const [unfolded, setUnfolded] = useState(false)
  const others = useQuery({ ...groupQuery('others'), enabled: unfolded || only === 'others' }).data
  const shown = groups
    .filter(({ group, count }) => count > 0 && (only === undefined || group === only))
    .map((group) => (group.group === 'others' ? (others ?? group) : group))
  return (
    <>
      <div className="sheet counts">
        {groups
          .filter(({ group, count }) => count > 0 || ALWAYS.has(group))
          .map((group) => (
            <button key={group.group} type="button" aria-pressed={only === group.group} onClick={() => setOnly(only === group.group ? undefined : group.group)}>
              <b className={group.count > 0 ? TINTS[group.group] : 'quiet'}>{countOf(group)}</b>
              <span>{words(`groups.${group.group}`)}</span>
            </button>
          ))}
      </div>
      {shown.length === 0 ? (
        <p className="sheet empty">
          {only ? words('noneHere') : words('none')}{' '}
          {only && (
            <button type="button" className="link" onClick={() => setOnly(undefined)}>
              {words('all')}
            </button>
          )}
        </p>
      ) : (
        <Table groups={shown} soonUntil={soonUntil} onUnfold={() => setUnfolded(true)} />
      )}
    </>
  )
}

function Table({ groups, soonUntil, onUnfold }: { groups: WorkGroup[]; soonUntil: string; onUnfold: () => void }) {
  const words = useTranslations('today')
  const lines = groups.flatMap(({ rows }) => rows)
  const { table, chosen } = useRows(lines.map((row) => ({ id: row.case.case_id, act: row.next.act })))
  return (
    <div className="sheet scroller" role="region" aria-label={words('title')} tabIndex={0}>
      <table ref={table} className="worklist">
        <caption className="unseen">{words('caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{words('deadline')}</th>
            <th scope="col">{words('case')}</th>
            <th scope="col">{words('next')}</th>
            <th scope="col">{words('waitsFor')}</th>
            <th scope="col">
              <span className="unseen">{words('act')}</span>
            </th>
          </tr>
        </thead>
        {groups.map((group) => (
          <tbody key={group.group}>
            <tr className="group">
              <th colSpan={5} scope="rowgroup" className={TINTS[group.group]}>
                {words(`groups.${group.group}`)} <span>{countOf(group)}</span>
                {group.rows.length < group.count && group.group === 'others' && (
                  <button type="button" className="link" onClick={onUnfold}>
                    {words('unfold')}
                  </button>
                )}
              </th>
            </tr>
            {group.rows.map((row) => (
              <WorkLine key={row.case.case_id} row={row} soonUntil={soonUntil} chosen={chosen !== undefined && lines[chosen] === row} />
            ))}
            {group.rows.length < group.count && group.group !== 'others' && (
              <tr>
                <td colSpan={5} className="quiet small">
                  {words('more')}
                </td>
              </tr>
            )}
          </tbody>
        ))}
      </table>
      <p className="table-foot small quiet">
        <kbd>J</kbd> <kbd>K</kbd> {words('walk')} <kbd>O</kbd> {words('open')} <kbd>.</kbd> {words('doNext')}
      </p>
    </div>
  )
}
