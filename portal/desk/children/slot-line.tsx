// A paper the institution brings: how it stands, by which article it is asked for, everything that was brought, and why it
// came back.
import { useTranslations } from 'use-intl'
import { useMessage } from '../../shared/words/provider'
import { useDays } from '../parts/days'
import { useNames } from '../parts/names'
import type { Slot } from './read'

const SHAPES: Record<Slot['state'], string> = { missing: 'off', filed: 'going', verified: 'done', rejected: 'bad' }

export function SlotLine({ slot, onSupply }: { slot: Slot; onSupply: () => void }) {
  const words = useTranslations('children')
  const names = useNames()
  const message = useMessage()
  const title = message(slot.title)
  const again = slot.state === 'rejected'
  return (
    <li>
      <div>
        <p>
          <b className="medium">{title}</b> {slot.demand !== 'required' && <span className="tag">{names.value('Demand', slot.demand)}</span>}
        </p>
        {slot.reason && <p className="note red slot-reason">{words('cameBack', { reason: slot.reason })}</p>}
        {slot.why && <p className="small quiet">{message(slot.why)}</p>}
        <p className="micro">{[slot.proof.length > 0 && words('form', { forms: slot.proof.map((form) => names.value('ComparedWith', form)).join(words('or')) }), slot.citation && message(slot.citation)].filter(Boolean).join(' · ')}</p>
        <Brought papers={slot.papers} />
      </div>
      <span className={`state nowrap ${SHAPES[slot.state]}`}>{names.value('ChecklistState', slot.state)}</span>
      {slot.state !== 'verified' && slot.state !== 'filed' && slot.demand !== 'follows_an_act' ? (
        <button type="button" className="button" aria-label={words(again ? 'supplyAgainOf' : 'supplyOf', { paper: title })} onClick={onSupply}>
          {words(again ? 'supplyAgain' : 'supply')}
        </button>
      ) : (
        <span />
      )}
    </li>
  )
}

function Brought({ papers }: { papers: Slot['papers'] }) {
  const words = useTranslations('children')
  const { day } = useDays()
  if (papers.length === 0) return null
  return (
    <ol className="small quiet">
      {papers.map((paper) => (
        <li key={paper.number}>
          {words(`brought.${paper.state}`, { number: paper.number, day: day(paper.filed_on), on: 'on' in paper ? day(paper.on) : '' })}
          {'reason' in paper && ` ${paper.reason}`}
        </li>
      ))}
    </ol>
  )
}
