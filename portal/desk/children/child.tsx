// One child's case for its institution: where it stands, which papers are to be brought, what came back and why.
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useDays } from '../parts/days'
import { useNames } from '../parts/names'
import { useNotice } from '../parts/notice'
import { PageHead } from '../parts/page'
import { Reading } from '../parts/reading'
import { Sheet } from '../parts/sheet'
import { Need } from './need'
import { childQuery, isOpen, type Placed, type Slot } from './read'
import { SlotLine } from './slot-line'
import { Supply } from './supply'
import './children.css'

export function ChildPage() {
  const { id } = useParams({ from: '/children/$id' })
  const read = useQuery(childQuery(id))
  return (
    <Reading of={read} page rows={6}>
      {(placed) => <Child id={id} placed={placed} />}
    </Reading>
  )
}

function Child({ id, placed }: { id: string; placed: Placed }) {
  const words = useTranslations('children')
  const names = useNames()
  const { day } = useDays()
  const notice = useNotice(id)
  const [slot, setSlot] = useState<Slot>()
  const { child } = placed
  const open = placed.slots.filter(isOpen)
  const rest = placed.slots.filter((each) => !isOpen(each))
  const list = (slots: Slot[]) => (
    <ul className="slot-list">
      {slots.map((each) => (
        <SlotLine key={each.slot} slot={each} onSupply={() => setSlot(each)} />
      ))}
    </ul>
  )
  return (
    <>
      <PageHead
        tab={words('tab')}
        above={
          <>
            <Link to="/children">{words('title')}</Link> › {placed.number}
          </>
        }
        title={child.name}
        below={[names.value('Sex', child.sex), words('born', { day: day(child.birth_date) }), child.entry_number].filter(Boolean).join(' · ')}
      />
      {notice && (
        <p className="note green notice" role="status">
          {notice}
        </p>
      )}
      <div className="sheet case-line">
        <p className="child-now">
          <b>{names.value('Stage', placed.stage)}</b> <span>{words(`turn.${placed.waits_for}`)}</span>
          <Need missing={placed.missing} rejected={placed.rejected} />
        </p>
      </div>
      <div className="stack">
        <Sheet title={words('toBring')} aside={<span className="small quiet">{words('count', { count: open.length })}</span>}>
          {open.length === 0 ? <p className="empty">{words('nothingToBring')}</p> : list(open)}
        </Sheet>
        {rest.length > 0 && (
          <Sheet title={words('others')} aside={<span className="small quiet">{words('count', { count: rest.length })}</span>}>
            {list(rest)}
          </Sheet>
        )}
      </div>
      {slot && <Supply key={slot.slot} id={id} version={placed.version} slot={slot} onClose={() => setSlot(undefined)} />}
    </>
  )
}
