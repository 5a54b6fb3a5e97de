// One thing that waits: said in a line, opened to what was written, and, where it does not go by itself, what to do.
import { Link } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import type { Problem } from '../../shared/api/problem'
import { useMessage } from '../../shared/words/provider'
import { useDays } from '../parts/days'
import { Dialog } from '../parts/dialog'
import { BRING } from './away'
import { Clash } from './clash'
import { alter, drop, photoOf, photosOf, untilOf, without, type Waiting } from './device/waiting'
import { Written } from './written'

export function WaitingLine({ each }: { each: Waiting }) {
  const words = useTranslations('assess')
  const message = useMessage()
  const { instant } = useDays()
  const [open, setOpen] = useState<'clash' | 'drop'>()
  const { wanted, standing } = each
  const title = message(each.title)
  // What is on its way may have arrived: it is neither changed nor given up before that is known.
  const free = each.tries.length === 0
  return (
    <li>
      <div className="waiting-what">
        <p className="strong">{wanted.is === 'photo' ? words('photoOf', { name: wanted.name }) : title}</p>
        <p className="micro">
          {each.of} · {words('writtenAt', { at: instant(each.at) })} · {words('keptUntil', { at: instant(new Date(untilOf(each)).toISOString()) })}
        </p>
        <p className={standing === 'waits' ? 'state going' : 'state warn'}>{words(`waitingStands.${standing}`)}</p>
        {standing === 'refused' && each.said && <Reasons problem={each.said} />}
        <details>
          <summary>{words('whatWaits')}</summary>
          {wanted.is === 'photo' ? <Picture each={each} /> : <Written each={each} />}
        </details>
      </div>
      <p className="button-row">
        {standing === 'clash' && (
          <button type="button" className="button primary" onClick={() => setOpen('clash')}>
            {words('lookAtClash')}
          </button>
        )}
        {standing === 'refused' && (
          <button type="button" className="button" onClick={() => void alter(without(each)).then(() => window.dispatchEvent(new Event(BRING)))}>
            {words('tryAgain')}
          </button>
        )}
        {free && wanted.is === 'act' && (
          <Link to="/tasks/$id/waiting/$entry" params={{ id: each.case, entry: each.id }} className="button">
            {words('changeWaiting')}
          </Link>
        )}
        {free && (
          <button type="button" className="button low" onClick={() => setOpen('drop')}>
            {words('giveUp')}
          </button>
        )}
      </p>
      {open === 'clash' && <Clash each={each} onClose={() => setOpen(undefined)} />}
      {open === 'drop' && <GiveUp each={each} title={title} onClose={() => setOpen(undefined)} />}
    </li>
  )
}

/** Why the service did not take it; it was said when nobody asked, so it takes no focus. */
function Reasons({ problem }: { problem: Problem }) {
  const { title, violations = [] } = problem
  return (
    <div className="note red">
      <p className="strong">{title}</p>
      <ul className="plain-list small">
        {violations.map((violation, place) => (
          <li key={place}>
            {violation.message} <span className="micro">{violation.citation}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** The photo as it lies here, opened for who looks at it alone. */
function Picture({ each }: { each: Waiting }) {
  const words = useTranslations('assess')
  const [address, setAddress] = useState<string>()
  useEffect(() => {
    let shown: string | undefined
    let wanted = true
    void photoOf(each).then((photo) => {
      if (!wanted || !photo) return
      shown = URL.createObjectURL(photo)
      setAddress(shown)
    })
    return () => {
      wanted = false
      if (shown) URL.revokeObjectURL(shown)
    }
  }, [each])
  if (!address || each.wanted.is !== 'photo') return null
  if (!each.wanted.type.startsWith('image/')) return <a href={address} download={each.wanted.name}>{words('openWaiting')}</a>
  return <img className="waiting-photo" src={address} alt={each.wanted.name} />
}

function GiveUp({ each, title, onClose }: { each: Waiting; title: string; onClose: () => void }) {
  const words = useTranslations('assess')
  const photos = photosOf(each.id).length
  return (
    <Dialog title={words('giveUpTitle', { what: each.wanted.is === 'photo' ? each.wanted.name : title })} onClose={onClose}>
      <p>{words('giveUpHint', { photos })}</p>
      <div className="form-foot">
        <button type="button" className="button danger" onClick={() => void drop(each.id)}>
          {words('giveUp')}
        </button>
        <button type="button" className="button" onClick={onClose} autoFocus>
          {words('keepWaiting')}
        </button>
      </div>
    </Dialog>
  )
}
