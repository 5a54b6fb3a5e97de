// The papers of the case, as the service lists them: each place in the file with who supplies it, by which article, what lies
// in it and what became of that. One that waits leads to where it is looked at beside the facts.
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import type { Schemas } from '../../shared/api/client'
import { useMessage } from '../../shared/words/provider'
import { useDays } from '../parts/days'
import { useNames } from '../parts/names'
import { Sheet } from '../parts/sheet'

type Slot = Schemas['ChecklistSlot']

const SHAPES: Record<Slot['state'], string> = { missing: 'off', filed: 'going', verified: 'done', rejected: 'bad' }

export function Papers({ id, slots }: { id: string; slots: Slot[] }) {
  const words = useTranslations('case')
  const names = useNames()
  const [open, setOpen] = useState(false)
  const waiting = slots.flatMap(({ papers }) => papers.filter(({ state }) => state === 'filed'))
  const shown = slots.filter(({ state }) => !open || state !== 'verified')
  const done = slots.filter(({ state }) => state === 'verified').length
  return (
    <Sheet
      title={words('papers')}
      aside={
        <>
          <span className="small quiet">{words('papersDone', { done, all: slots.length })}</span>
          <label className="choice small">
            <input type="checkbox" checked={open} onChange={(event) => setOpen(event.target.checked)} />
            <span>{words('openPapers')}</span>
          </label>
          {waiting[0] && (
            <Link to="/cases/$id/papers/$number/verify" params={{ id, number: String(waiting[0].number) }} className="button low primary">
              {words('verifyAll', { count: waiting.length })}
            </Link>
          )}
        </>
      }
    >
      <div className="scroller" role="region" aria-label={words('papers')} tabIndex={0}>
        <table>
          <caption className="unseen">{words('papers')}</caption>
          <thead>
            <tr>
              <th scope="col">{words('state')}</th>
              <th scope="col">{words('paper')}</th>
              <th scope="col">{words('suppliedBy')}</th>
              <th scope="col">{words('filed')}</th>
              <th scope="col">
                <span className="unseen">{words('filePaper')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((slot) => (
              <SlotRow key={slot.slot} id={id} slot={slot} />
            ))}
          </tbody>
        </table>
      </div>
      {shown.length === 0 && <p className="empty">{slots.length === 0 ? words('noPapers') : words('noneOpen', { state: names.value('PaperState', 'verified') })}</p>}
    </Sheet>
  )
}

function SlotRow({ id, slot }: { id: string; slot: Slot }) {
  const words = useTranslations('case')
  const names = useNames()
  const message = useMessage()
  return (
    <tr>
      <td>
        <span className={`state nowrap ${SHAPES[slot.state]}`}>{names.value('ChecklistState', slot.state)}</span>
      </td>
      <td>
        {message(slot.title)}
        {slot.party && <span className="quiet small"> {names.value('Party', slot.party)}</span>}
        {slot.demand !== 'required' && <span className="quiet small"> {names.value('Demand', slot.demand)}</span>}
        {slot.reason && <p className="small red">{slot.reason}</p>}
        {slot.citation && <p className="micro">{message(slot.citation)}</p>}
      </td>
      <td className="small">{names.value('Supplier', slot.supplied_by)}</td>
      <td>
        {slot.papers.map((paper) => (
          <Filed key={paper.number} id={id} paper={paper} />
        ))}
      </td>
      <td className="right">
        {(slot.state === 'missing' || slot.state === 'rejected') && (
          <Link to="/cases/$id/acts/$act" params={{ id, act: 'file_paper' }} search={{ paper: slot.paper, ...(slot.party && { party: slot.party }) }} className="button low">
            {words('filePaper')}
          </Link>
        )}
      </td>
    </tr>
  )
}

function Filed({ id, paper }: { id: string; paper: Slot['papers'][number] }) {
  const words = useTranslations('case')
  const names = useNames()
  const { day } = useDays()
  return (
    <p className="small nowrap">
      <Link to="/cases/$id/papers/$number/verify" params={{ id, number: String(paper.number) }} className="paper-number">
        {words('paperNumber', { number: paper.number })}
      </Link>{' '}
      {day(paper.filed_on)}
      {'compared_with' in paper && <span className="quiet"> {names.value('ComparedWith', paper.compared_with)}</span>}
    </p>
  )
}
