// What one has typed and not sent: one's own drafts, with whose case each is of and for how long it is kept. To continue
// opens the form it belongs to, which finds it; to discard takes it away for good.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { service, type Schemas } from '../../shared/api/client'
import { take } from '../../shared/api/problem'
import { useMessage } from '../../shared/words/provider'
import { linesOf } from '../acts/model'
import { CaseHead } from '../case/case-head'
import { actsQuery, caseQuery, type CaseView } from '../case/read'
import { Dialog } from '../parts/dialog'
import { useDays } from '../parts/days'
import { PageHead } from '../parts/page'
import { Reading } from '../parts/reading'
import { Said } from '../parts/said'
import { useSending } from '../parts/sending'
import { TableSheet } from '../parts/table'
import { TAB_OF } from '../assess/tabs'
import { useMe } from '../session/state'

type Line = Schemas['DraftLine']

export function Drafts() {
  const words = useTranslations('drafts')
  const queries = useQueryClient()
  const drafts = useQuery({ queryKey: ['lists', 'drafts'], queryFn: () => take(service.GET('/v1/drafts', { params: { query: {} } })), staleTime: 0 })
  const [leaving, setLeaving] = useState<Line>()
  return (
    <>
      <PageHead title={words('title')} tab={words('title')} below={words('hint')} />
      <Reading of={drafts}>
        {({ drafts: all }) => (
          <TableSheet title={words('title')} heads={[words('form'), words('case'), words('savedAt'), words('keptUntil'), words('next')]} empty={all.length === 0 ? words('none') : undefined}>
            {all.map((line) => (
              <DraftRow key={line.draft} line={line} onDiscard={() => setLeaving(line)} />
            ))}
          </TableSheet>
        )}
      </Reading>
      {leaving && (
        <Discard
          line={leaving}
          onClose={() => setLeaving(undefined)}
          onDone={() => {
            setLeaving(undefined)
            void queries.invalidateQueries({ queryKey: ['lists', 'drafts'] })
          }}
        />
      )}
    </>
  )
}

function DraftRow({ line, onDiscard }: { line: Line; onDiscard: () => void }) {
  const words = useTranslations('drafts')
  const message = useMessage()
  const { day, written, untilByClock } = useDays()
  const id = line.case_id ?? ''
  const view = useQuery({ ...caseQuery(id), enabled: id !== '' })
  const acts = useQuery({ ...actsQuery(id), enabled: id !== '' }).data
  const act = line.purpose === 'inquiry' ? 'inquire' : line.act
  const found = acts && linesOf(acts).find((each) => each.act === act)
  const title = line.purpose === 'intake' ? words('intake') : found ? message(found.title) : words('act')
  const left = line.kept_until ? untilByClock(line.kept_until) : undefined
  return (
    <tr>
      <td>{title}</td>
      <td>{id === '' ? '—' : view.data ? <CaseHead view={view.data} /> : view.isError ? words('gone') : null}</td>
      <td className="nowrap">{written(line.saved_at)}</td>
      <td className="nowrap">
        {line.kept_until ? (
          <>
            <span className={left !== undefined && left <= 3 ? 'state warn' : undefined}>{left !== undefined && words('left', { days: left })}</span>
            <div className="micro">{day(line.kept_until)}</div>
          </>
        ) : (
          '—'
        )}
      </td>
      <td>
        <div className="row-acts">
          <Continue line={line} act={act ?? undefined} title={title} view={view.data} />
          <button type="button" className="button low" aria-label={words('discardOf', { what: title })} onClick={onDiscard}>
            {words('discard')}
          </button>
        </div>
      </td>
    </tr>
  )
}

function Continue({ line, act, title, view }: { line: Line; act: string | undefined; title: string; view: CaseView | undefined }) {
  const words = useTranslations('drafts')
  const me = useMe()
  const label = words('continueOf', { what: title })
  if (line.purpose === 'intake') {
    return (
      <Link to="/intake" className="button low" aria-label={label}>
        {words('continue')}
      </Link>
    )
  }
  if (!line.case_id || !act || !view) return null
  // An act of an assessment is done on the pages of the task by whom it is given to, whatever else they are.
  const assesses = act in TAB_OF && 'assessment' in view && view.assessment.assessors.some(({ user }) => user === me?.id)
  return (
    <Link to={assesses ? '/tasks/$id/acts/$act' : '/cases/$id/acts/$act'} params={{ id: line.case_id, act }} className="button low" aria-label={label}>
      {words('continue')}
    </Link>
  )
}

function Discard({ line, onClose, onDone }: { line: Line; onClose: () => void; onDone: () => void }) {
  const words = useTranslations('drafts')
  const { written } = useDays()
  const { send, sending, error } = useSending()
  const discard = () => send(async () => void (await take(service.DELETE('/v1/drafts/{draft}', { params: { path: { draft: line.draft } } })))).then((done) => done && onDone())
  return (
    <Dialog title={words('discardTitle')} onClose={onClose}>
      <Said error={error} />
      <p>{words('discardHint', { at: written(line.saved_at) })}</p>
      <div className="form-foot">
        <button type="button" className="button danger" disabled={sending} onClick={() => void discard()}>
          {words('discard')}
        </button>
        <button type="button" className="button" onClick={onClose}>
          {words('keep')}
        </button>
      </div>
    </Dialog>
  )
}
