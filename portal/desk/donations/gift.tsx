// One gift: what is known of it, everything that was entered, and the steps from the offer to the publication. Which step is
// in order the service says when it is tried, with its article.
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { OperationForm } from '../acts/operation-form'
import { useDays } from '../parts/days'
import { Dialog } from '../parts/dialog'
import { GiftState, useGift, useYuan, type Line } from './words'

const STEPS = ['receive_donation', 'record_donation_use', 'change_donation_purpose', 'publish_donation', 'withdraw_donation'] as const

export function GiftDialog({ line, onClose, onChanged }: { line: Line; onClose: () => void; onChanged: () => void }) {
  const words = useTranslations('donations')
  const [step, setStep] = useState<(typeof STEPS)[number]>()
  const [done, setDone] = useState<string>()
  if (step) {
    return (
      <Dialog key={step} title={words('stepOf', { donor: line.donor, step: words(`steps.${step}`) })} onClose={() => setStep(undefined)} wide>
        <OperationForm
          operation={step}
          path={{ id: line.id }}
          what={words(`steps.${step}`)}
          onDone={() => {
            setDone(words(`steps.${step}`))
            setStep(undefined)
            onChanged()
          }}
        />
        <button type="button" className="button low" onClick={() => setStep(undefined)}>
          {words('back')}
        </button>
      </Dialog>
    )
  }
  return (
    <Dialog key="gift" title={words('giftOf', { donor: line.donor })} onClose={onClose} wide>
      {done && (
        <p className="note green notice" role="status">
          {words('done', { step: done })}
        </p>
      )}
      <Facts line={line} />
      <h3>{words('entered')}</h3>
      <Entries line={line} />
      <div className="gift-steps">
        {STEPS.map((each) => (
          <button key={each} type="button" className="button low" onClick={() => setStep(each)}>
            {words(`steps.${each}`)}
          </button>
        ))}
        <span className="spring" />
        <button type="button" className="button low" onClick={onClose}>
          {words('close')}
        </button>
      </div>
    </Dialog>
  )
}

function Facts({ line }: { line: Line }) {
  const words = useTranslations('donations')
  const gift = useGift()
  const yuan = useYuan()
  const { day } = useDays()
  const facts: [string, string | null | undefined][] = [
    [words('gift'), gift(line.gift)],
    [words('recipient'), line.recipient],
    [words('purpose'), line.purpose],
    [words('offered'), day(line.offered_on)],
    [words('received'), line.received_on && day(line.received_on)],
    [words('counters'), line.counters.join(words('comma'))],
    [words('receipt'), line.receipt_number],
    [words('account'), line.account],
    [words('agreement'), line.agreement],
    [words('used'), line.gift.kind === 'money' && line.received_on ? yuan(line.used_fen) : null],
    [words('published'), line.published_on && day(line.published_on)],
  ]
  return (
    <dl className="pairs gift-facts">
      <dt>{words('state')}</dt>
      <dd>
        <GiftState state={line.state} />
      </dd>
      {facts.map(
        ([name, value]) =>
          value && (
            <div key={name} className="pair">
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
    </dl>
  )
}

function Entries({ line }: { line: Line }) {
  const words = useTranslations('donations')
  const yuan = useYuan()
  const { day } = useDays()
  return (
    <ol className="plain-list small">
      {line.entries.map((entry, place) => (
        <li key={place}>
          <span className="quiet nowrap">{day(entry.on)}</span> {words(`entries.${entry.kind as 'offer'}`)}
          {entry.amount_fen ? ` ${yuan(entry.amount_fen)}` : ''} <span className="quiet">{entry.words}</span>
        </li>
      ))}
    </ol>
  )
}
