// Handing cases over: whose cases, which of them, to whom and why. Each case is handed over by its own act, and each says for
// itself whether it was.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { service, type Schemas } from '../../shared/api/client'
import { take } from '../../shared/api/problem'
import { usePeople } from '../acts/form/person-field'
import { CaseName } from '../ledger/line'
import { useNames } from '../parts/names'
import { PageHead } from '../parts/page'
import { Reading } from '../parts/reading'
import { TableSheet } from '../parts/table'
import { useHandingOver, type Outcome } from './handing-over'

export function Handover() {
  const words = useTranslations('handover')
  const people = (usePeople().data ?? []).filter(({ roles, disabled }) => roles.includes('registrar') && !disabled)
  const [from, setFrom] = useState('')
  const cases = useQuery({
    queryKey: ['lists', 'handover', from],
    enabled: from !== '',
    queryFn: () => take(service.GET('/v1/cases', { params: { query: { officer: from, limit: 100 } } })),
  })
  return (
    <>
      <PageHead title={words('title')} tab={words('title')} below={words('hint')} />
      <div className="field">
        <label htmlFor="from">{words('from')}</label>
        <select id="from" className="input short" value={from} onChange={(event) => setFrom(event.target.value)}>
          <option value="">{words('choose')}</option>
          {people.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </div>
      {from !== '' && <Reading of={cases}>{(page) => <Choice key={from} cases={page.cases} others={people.filter(({ id }) => id !== from)} more={page.next !== null && page.next !== undefined} />}</Reading>}
    </>
  )
}

function Choice({ cases, others, more }: { cases: Schemas['LedgerLine'][]; others: Schemas['User'][]; more: boolean }) {
  const words = useTranslations('handover')
  const names = useNames()
  const [ticked, setTicked] = useState<string[]>([])
  const [to, setTo] = useState('')
  const [reason, setReason] = useState('')
  const { handOver, busy, outcomes } = useHandingOver()
  const handed = [...outcomes.values()].filter(({ done }) => done).length
  const chosen = cases.filter(({ case_id: id }) => ticked.includes(id))
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void handOver(chosen, to, reason)
      }}
    >
      {handed > 0 && !busy && (
        <p className="note green notice" role="status">
          {words('handed', { count: handed })}
        </p>
      )}
      <TableSheet title={words('cases')} heads={[words('take'), words('case'), words('stage'), words('outcome')]} empty={cases.length === 0 ? words('none') : undefined}>
        {cases.map((line) => (
          <tr key={line.case_id}>
            <td>
              <label className="choice">
                <input
                  type="checkbox"
                  checked={ticked.includes(line.case_id)}
                  onChange={(event) => setTicked(event.target.checked ? [...ticked, line.case_id] : ticked.filter((id) => id !== line.case_id))}
                />
                <span className="unseen">{line.number}</span>
              </label>
            </td>
            <td>
              <CaseName line={line} />
            </td>
            <td>{names.value('Stage', line.stage)}</td>
            <td>
              <Told outcome={outcomes.get(line.case_id)} />
            </td>
          </tr>
        ))}
      </TableSheet>
      {more && <p className="small quiet">{words('more')}</p>}
      <div className="form handover-to">
        <div className="field">
          <label htmlFor="to">{words('to')}</label>
          <select id="to" className="input short" value={to} onChange={(event) => setTo(event.target.value)}>
            <option value="">{words('choose')}</option>
            {others.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </div>
        <div className="field">
          <label htmlFor="reason">{words('reason')}</label>
          <textarea id="reason" className="input" value={reason} onChange={(event) => setReason(event.target.value)} />
        </div>
        <div className="form-foot">
          <button className="button primary" disabled={busy || chosen.length === 0}>
            {words('hand', { count: chosen.length })}
          </button>
        </div>
      </div>
    </form>
  )
}

function Told({ outcome }: { outcome: Outcome | undefined }) {
  const words = useTranslations('handover')
  if (!outcome) return null
  return <span className={outcome.done ? 'state done' : 'state bad'}>{outcome.done ? words('done') : outcome.why}</span>
}
