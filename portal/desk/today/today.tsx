// Today: overdue first, then what ends soon, then mine, then what waits for others. Four counts, each the rows below it.
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Icon } from '../frame/icon'
import { CaseName } from '../ledger/line'
import { NewCase } from '../ledger/new-case'
import { useDays } from '../parts/days'
import { useNames } from '../parts/names'
import { PageHead } from '../parts/page'
import { Reading } from '../parts/reading'
import { useMe } from '../session/state'
import { useRows } from './rows'
import { useWorklist, type Group, type GroupName, type Row } from './worklist'

const TINTS: Record<GroupName, string> = { overdue: 'red', soon: 'amber', mine: '', others: 'quiet' }

export function Today() {
  const words = useTranslations('today')
  const me = useMe()
  const list = useWorklist()
  return (
    <>
      <PageHead title={words('title')} tab={words('title')} above={me && words('greeting', { hour: hourInShanghai(), name: me.name })}>
        <button type="button" className="button" onClick={() => window.print()}>
          <Icon name="print" /> {words('print')}
        </button>
        <NewCase />
      </PageHead>
      <Reading of={list} rows={8}>
        {(groups) => <Worklist groups={groups} />}
      </Reading>
    </>
  )
}

function hourInShanghai(): number {
  return Number(new Intl.DateTimeFormat('en', { hour: 'numeric', hourCycle: 'h23', timeZone: 'Asia/Shanghai' }).format())
}

function Worklist({ groups }: { groups: Group[] }) {
  const words = useTranslations('today')
  const [only, setOnly] = useState<GroupName>()
  const [unfolded, setUnfolded] = useState(false)
  const seen = groups.filter(({ group, rows }) => rows.length > 0 && (only ? group === only : true))
  const open = seen.map((group) => ({ ...group, folded: group.group === 'others' && only !== 'others' && !unfolded }))
  return (
    <>
      <div className="sheet counts">
        {groups.map(({ group, count }) => (
          <button key={group} type="button" aria-pressed={only === group} onClick={() => setOnly(only === group ? undefined : group)}>
            <b className={TINTS[group]}>{count}</b>
            <span>{words(`groups.${group}`)}</span>
          </button>
        ))}
      </div>
      {open.length === 0 ? (
        <p className="sheet empty">{words('none')}</p>
      ) : (
        <Table groups={open} onUnfold={() => setUnfolded(true)} />
      )}
    </>
  )
}

type Shown = Group & { folded: boolean }

function Table({ groups, onUnfold }: { groups: Shown[]; onUnfold: () => void }) {
  const words = useTranslations('today')
  const lines = groups.flatMap(({ rows, folded }) => (folded ? [] : rows))
  const { table, chosen } = useRows(lines.map((line) => ({ id: line.case_id })))
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
        {groups.map(({ group, count, rows: members, folded }) => (
          <tbody key={group}>
            <tr className="group">
              <th colSpan={5} scope="rowgroup" className={TINTS[group]}>
                {words(`groups.${group}`)} <span>{count}</span>
                {folded && (
                  <button type="button" className="link" onClick={onUnfold}>
                    {words('unfold')}
                  </button>
                )}
              </th>
            </tr>
            {!folded &&
              members.map((row) => <Line key={row.case_id} row={row} chosen={chosen !== undefined && lines[chosen] === row} />)}
          </tbody>
        ))}
      </table>
      <p className="table-foot small quiet">
        <kbd>J</kbd> <kbd>K</kbd> {words('walk')} <kbd>O</kbd> {words('open')}
      </p>
    </div>
  )
}

function Line({ row, chosen }: { row: Row; chosen: boolean }) {
  const words = useTranslations('today')
  const names = useNames()
  const { day } = useDays()
  return (
    <tr className={chosen ? 'on' : undefined} aria-selected={chosen || undefined}>
      <td className="due">
        {row.clock ? (
          <>
            <b className={row.clock.left < 0 ? 'red' : row.clock.left <= 3 ? 'amber' : undefined}>
              {row.clock.left < 0
                ? words('late', { days: -row.clock.left })
                : row.clock.left === 0
                  ? words('dueToday')
                  : words('left', { days: row.clock.left })}
            </b>
            <span>{words('until', { day: day(row.clock.due_on) })}</span>
          </>
        ) : (
          <b>—</b>
        )}
      </td>
      <td>
        <CaseName line={row} />
      </td>
      <td>
        <b className="medium">{names.value('Stage', row.stage)}</b>
        <div className="small quiet">{row.clock ? names.value('DeadlineKind', row.clock.kind) : words('noClock')}</div>
      </td>
      <td className="small">{row.isMine ? words('me') : row.officer}</td>
      <td className="right">
        <Link to="/cases/$id" params={{ id: row.case_id }} className={chosen ? 'button low primary' : 'button low'}>
          {words('look')}
        </Link>
      </td>
    </tr>
  )
}
