// Gifts that touch a case, and cases a gift touches, until the leader has looked.
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

export function Holds() {
  const words = useTranslations('donations')
  const names = useNames()
  const { day } = useDays()
  const queries = useQueryClient()
  const [open, setOpen] = useState<Schemas['HoldLine']>()
  const holds = useQuery({ queryKey: ['lists', 'holds'], queryFn: () => take(service.GET('/v1/donation-holds', { params: { query: {} } })) })
  return (
    <>
      <PageHead title={words('holds')} tab={words('holds')} below={words('holdsHint')} />
      <Reading of={holds}>
        {(page) =>
          page.holds.length === 0 ? (
            <p className="sheet empty">{words('noHolds')}</p>
          ) : (
            <div className="sheet scroller" role="region" aria-label={words('holds')} tabIndex={0}>
              <table>
                <caption className="unseen">{words('holds')}</caption>
                <thead>
                  <tr>
                    <th scope="col">{words('donor')}</th>
                    <th scope="col">{words('recipient')}</th>
                    <th scope="col">{words('touches')}</th>
                    <th scope="col">{words('state')}</th>
                    <th scope="col">
                      <span className="unseen">{words('review')}</span>
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {page.holds.map((hold) => (
                    <tr key={hold.id}>
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
                            <Link to="/cases/$id" params={{ id: each.case_id }}>
                              {each.number}
                            </Link>
                          </div>
                        ))}
                        {hold.cases.length === 0 && words('noCase')}
                      </td>
                      <td>{names.value('HoldState', hold.state)}</td>
                      <td className="right">
                        <button type="button" className="button low" onClick={() => setOpen(hold)}>
                          {words('review')}
                        </button>
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )
        }
      </Reading>
      {open && (
        <Dialog title={words('review')} onClose={() => setOpen(undefined)} wide>
          <OperationForm
            operation="review_donation_hold"
            path={{ id: open.id }}
            what={words('review')}
            start={{ matched: open.matched, outcome: '' }}
            onDone={() => {
              setOpen(undefined)
              void queries.invalidateQueries({ queryKey: ['lists'] })
            }}
          />
        </Dialog>
      )}
    </>
  )
}
