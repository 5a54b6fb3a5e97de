// Gifts that touch a case, and cases a gift touches, until the leader has looked; and how many there were in a month.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { service, type Schemas } from '../../shared/api/client'
import { take } from '../../shared/api/problem'
import { OperationForm } from '../acts/operation-form'
import { Dialog } from '../parts/dialog'
import { useDays } from '../parts/days'
import { useNames } from '../parts/names'
import { PageHead } from '../parts/page'
import { Reading } from '../parts/reading'
import { TableSheet } from '../parts/table'
import { HoldMonth } from './hold-month'

type Hold = Schemas['HoldLine']

const MOST = 200
const STATES: Hold['state'][] = ['waiting', 'released', 'upheld']
const SHAPES: Record<Hold['state'], string> = { waiting: 'warn', released: 'done', upheld: 'bad' }

export function Holds() {
  const words = useTranslations('donations')
  const names = useNames()
  const queries = useQueryClient()
  const [state, setState] = useState<Hold['state']>('waiting')
  const [open, setOpen] = useState<Hold>()
  const [done, setDone] = useState(false)
  const holds = useQuery({ queryKey: ['lists', 'holds', state], queryFn: () => take(service.GET('/v1/donation-holds', { params: { query: { state, limit: MOST } } })) })
  return (
    <>
      <PageHead title={words('holds')} tab={words('holds')} below={words('holdsHint')} />
      <div className="stack">
        {done && (
          <p className="note green notice" role="status">
            {words('reviewed')}
          </p>
        )}
        <div className="filters">
          <label>
            <span>{words('state')}</span>
            <select className="input" value={state} onChange={(event) => setState(event.target.value as Hold['state'])}>
              {STATES.map((each) => (
                <option key={each} value={each}>
                  {names.value('HoldState', each)}
                </option>
              ))}
            </select>
          </label>
        </div>
        <Reading of={holds}>
          {(page) => (
            <>
              <TableSheet title={words('holds')} heads={[words('donor'), words('recipient'), words('touches'), words('state'), words('review')]} empty={page.holds.length === 0 ? words(`noHolds.${state}`) : undefined}>
                {page.holds.map((hold) => (
                  <HoldRow key={hold.id} hold={hold} onReview={() => setOpen(hold)} />
                ))}
              </TableSheet>
              {page.next && <p className="small quiet">{words('moreHolds', { most: MOST })}</p>}
            </>
          )}
        </Reading>
        <HoldMonth />
      </div>
      {open && (
        <Dialog title={words('review')} onClose={() => setOpen(undefined)} wide>
          <OperationForm
            operation="review_donation_hold"
            path={{ id: open.id }}
            what={words('review')}
            start={{ matched: open.matched, outcome: '' }}
            onDone={() => {
              setOpen(undefined)
              setDone(true)
              void queries.invalidateQueries({ queryKey: ['lists'] })
            }}
          />
        </Dialog>
      )}
    </>
  )
}

function HoldRow({ hold, onReview }: { hold: Hold; onReview: () => void }) {
  const words = useTranslations('donations')
  const names = useNames()
  const { day } = useDays()
  return (
    <tr>
      <td>
        {hold.donor}
        <div className="micro">{words('offeredOn', { day: day(hold.offered_on) })}</div>
      </td>
      <td>
        {hold.recipient}
        <div className="micro">{hold.purpose}</div>
      </td>
      <td>
        {hold.cases.map((each) => (
          <div key={each.case_id}>
            <Link to="/cases/$id" params={{ id: each.case_id }} className="nowrap">
              {each.number}
            </Link>
          </div>
        ))}
        {hold.cases.length === 0 && <span className="quiet">{words('noCase')}</span>}
        <div className="micro">{words(`waits.${hold.direction as 'case'}`)}</div>
      </td>
      <td>
        <span className={`state nowrap ${SHAPES[hold.state]}`}>{names.value('HoldState', hold.state)}</span>
        {hold.reviewed_on && <div className="micro">{words('reviewedOn', { day: day(hold.reviewed_on) })}</div>}
        {hold.reasons && <p className="small">{hold.reasons}</p>}
      </td>
      <td className="right">
        <button type="button" className="button low" aria-label={words('reviewOf', { donor: hold.donor })} onClick={onReview}>
          {words('review')}
        </button>
      </td>
    </tr>
  )
}
