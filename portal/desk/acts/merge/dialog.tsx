// Somebody did something to the case since this form was opened: who, when and what; which fields of the form speak of what
// they changed, to choose from; and the rest of what was typed, which stays as it is. Then it is sent anew.
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { service, type Schemas } from '../../../shared/api/client'
import { take } from '../../../shared/api/problem'
import { useMessage } from '../../../shared/words/provider'
import type { CaseView } from '../../case/read'
import { useDays } from '../../parts/days'
import { Dialog } from '../../parts/dialog'
import { Reading } from '../../parts/reading'
import type { Type } from '../form/model'
import { Given } from '../given'
import { concerned } from './compare'
import { SideBySide, useSides } from './side-by-side'

/** What was typed, and the case as it stood then. */
export interface Mine {
  type: Type
  body: unknown
  before: CaseView
}

export interface MergeProps {
  id: string
  /** The version it was opened with. */
  seen: number
  mine?: Mine
  /** Says what was done since, to whom may not read the history. */
  told?: (now: CaseView) => ReactNode
  /** Goes on with the case that was looked at, and what was chosen. */
  onGoOn?: (now: CaseView, body: unknown) => void
  /** Sends it at once. */
  onSend?: (now: CaseView, body: unknown) => void
  onClose: () => void
}

interface Since {
  now: CaseView
  lines: Schemas['TimelineLine'][]
}

export function MergeDialog(props: MergeProps) {
  const words = useTranslations('form')
  const { id, seen, told } = props
  const since = useQuery({
    queryKey: ['case', id, 'since', seen],
    gcTime: 0,
    staleTime: Infinity,
    queryFn: async (): Promise<Since> => {
      const inCase = { params: { path: { case: id } } }
      const now = await take(service.GET('/v1/cases/{case}', inCase))
      const lines = told ? [] : await take(service.GET('/v1/cases/{case}/timeline', inCase))
      return { now, lines: lines.filter((line) => line.version > seen && line.version <= now.version) }
    },
  })
  return (
    <Dialog title={words('merge.title')} onClose={props.onClose} wide>
      <Reading of={since}>{(read) => <Read {...props} {...read} />}</Reading>
    </Dialog>
  )
}

function Read({ seen, mine, told, onGoOn, onSend, onClose, now, lines }: MergeProps & Since) {
  const words = useTranslations('form')
  const rows = mine ? concerned(mine.type, mine.before, now, mine.body) : []
  const chosen = useSides(rows)
  const whole = () => chosen.compose(mine?.body)
  return (
    <>
      <p>{words('merge.versions', { seen, now: now.version })}</p>
      <section className="merge-part" aria-label={words('merge.theirs')}>
        <h3>{words('merge.theirs')}</h3>
        {told ? told(now) : <Acts lines={lines} />}
      </section>
      {mine && rows.length > 0 && (
        <section className="merge-part" aria-label={words('merge.fields')}>
          <h3>{words('merge.fields')}</h3>
          <SideBySide rows={rows} titles={{ theirs: words('merge.now'), mine: words('merge.mine') }} chosen={chosen} />
        </section>
      )}
      {mine && (
        <section className="merge-part" aria-label={words('merge.mine')}>
          <h3>{words('merge.mine')}</h3>
          {rows.length === 0 && <p className="small quiet">{words('merge.apart')}</p>}
          <Given type={mine.type} value={mine.body} />
        </section>
      )}
      <p className="note">{words('merge.kept')}</p>
      <div className="form-foot">
        {onSend && (
          <button type="button" className="button primary" onClick={() => onSend(now, whole())} autoFocus>
            {words(rows.length > 0 ? 'merge.sendChosen' : 'merge.send')}
          </button>
        )}
        {onGoOn && (
          <button type="button" className={onSend ? 'button' : 'button primary'} onClick={() => onGoOn(now, whole())} autoFocus={!onSend}>
            {words('merge.goOn')}
          </button>
        )}
        <button type="button" className="button" onClick={onClose}>
          {words('merge.back')}
        </button>
      </div>
    </>
  )
}

function Acts({ lines }: { lines: Schemas['TimelineLine'][] }) {
  const message = useMessage()
  const { day } = useDays()
  return (
    <ul className="plain-list merge">
      {lines.map((line) => (
        <li key={line.version}>
          <b>{line.by}</b> {message(line.headline)} <span className="micro">{day(line.on)}</span>
        </li>
      ))}
    </ul>
  )
}
