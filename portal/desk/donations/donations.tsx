// The ledger of gifts. It is walled off from the cases: nothing of a case is ever shown here.
import { useQuery, useQueryClient } from '@tanstack/react-query'
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

type Line = Schemas['DonationLine']
const STEPS = ['receive_donation', 'record_donation_use', 'change_donation_purpose', 'publish_donation', 'withdraw_donation'] as const
type Step = (typeof STEPS)[number] | 'create_donation'

export function Donations() {
  const words = useTranslations('donations')
  const names = useNames()
  const { day } = useDays()
  const queries = useQueryClient()
  const [open, setOpen] = useState<{ step: Step; line?: Line }>()
  const gifts = useQuery({ queryKey: ['lists', 'donations'], queryFn: () => take(service.GET('/v1/donations', { params: { query: {} } })) })
  return (
    <>
      <PageHead title={words('title')} tab={words('title')}>
        <button type="button" className="button primary" onClick={() => setOpen({ step: 'create_donation' })}>
          {words('steps.create_donation')}
        </button>
      </PageHead>
      <Reading of={gifts}>
        {(page) =>
          page.donations.length === 0 ? (
            <p className="sheet empty">{words('none')}</p>
          ) : (
            <div className="sheet scroller" role="region" aria-label={words('title')} tabIndex={0}>
              <table>
                <caption className="unseen">{words('title')}</caption>
                <thead>
                  <tr>
                    <th scope="col">{words('offered')}</th>
                    <th scope="col">{words('donor')}</th>
                    <th scope="col">{words('gift')}</th>
                    <th scope="col">{words('recipient')}</th>
                    <th scope="col">{words('state')}</th>
                    <th scope="col">{words('next')}</th>
                  </tr>
                </thead>
                <tbody>
                  {page.donations.map((line) => (
                    <tr key={line.id}>
                      <td className="nowrap">{day(line.offered_on)}</td>
                      <td>{line.donor}</td>
                      <td>{line.gift.kind === 'money' ? words('yuan', { amount: line.gift.amount_fen / 100 }) : line.gift.description}</td>
                      <td>
                        {line.recipient}
                        <div className="micro">{line.purpose}</div>
                      </td>
                      <td>{names.value('DonationState', line.state)}</td>
                      <td>
                        <select className="input" value="" aria-label={words('stepOf', { donor: line.donor })} onChange={(event) => setOpen({ step: event.target.value as Step, line })}>
                          <option value="">{words('choose')}</option>
                          {STEPS.map((step) => (
                            <option key={step} value={step}>
                              {words(`steps.${step}`)}
                            </option>
                          ))}
                        </select>
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
        <Dialog title={words(`steps.${open.step}`)} onClose={() => setOpen(undefined)} wide>
          <OperationForm
            operation={open.step}
            path={{ id: open.line?.id ?? '' }}
            what={words(`steps.${open.step}`)}
            onDone={() => {
              setOpen(undefined)
              void queries.invalidateQueries({ queryKey: ['lists', 'donations'] })
            }}
          />
        </Dialog>
      )}
    </>
  )
}
