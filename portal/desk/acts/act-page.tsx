// The page of an act of a case: what is in its way, or its form.
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useMessage } from '../../shared/words/provider'
import { CaseHead } from '../case/case-head'
import { pageQuery, type CaseView } from '../case/read'
import { useDays } from '../parts/days'
import { useNames } from '../parts/names'
import { NotFound } from '../parts/not-found'
import { PageHead } from '../parts/page'
import { Reading } from '../parts/reading'
import { ActForm, type Preferred } from './act-form'
import { FilePaper } from './file-paper'
import { linesOf, type ActLine } from './model'
import { ObstacleList } from './obstacles'

export function ActPage() {
  const { id, act } = useParams({ from: '/cases/$id/acts/$act' })
  const preferred = useSearch({ from: '/cases/$id/acts/$act' })
  const read = useQuery(pageQuery(id))
  return (
    <Reading of={read} page>
      {(page) => {
        const lines = linesOf(page.acts)
        const line = lines.find((each) => each.act === act)
        return line ? <Act key={act + JSON.stringify(preferred)} id={id} view={page.case} line={line} lines={lines} preferred={preferred} /> : <NotFound />
      }}
    </Reading>
  )
}

function Act({ id, view, line, lines, preferred }: { id: string; view: CaseView; line: ActLine; lines: ActLine[]; preferred: Preferred }) {
  const words = useTranslations('form')
  const names = useNames()
  const message = useMessage()
  const { day } = useDays()
  const navigate = useNavigate()
  // A form that was open stays, with what was typed, also when something came in its way meanwhile.
  const [open] = useState(line.standing === 'open')
  const title = message(line.title)
  const titleOf = (act: string) => {
    const found = lines.find((each) => each.act === act)
    return found && message(found.title)
  }
  const onDone = () => void navigate({ to: '/cases/$id/$tab', params: { id, tab: line.act === 'file_paper' ? 'papers' : 'review' } })
  return (
    <>
      <PageHead title={title} tab={title} above={<Link to="/cases/$id" params={{ id }}>‹ {words('backToCase')}</Link>} below={<CaseHead view={view} />} />
      <div className="act-page">
        {!line.allowed && <p className="note notice">{words('forOthers', { who: line.who.map((role) => names.value('Role', role)).join(words('comma')) })}</p>}
        {line.notes.map((note) => (
          <p key={note.zh} className="note amber notice">
            {message(note)}
          </p>
        ))}
        {line.standing === 'blocked' && <ObstacleList id={id} obstacles={line.obstacles} what={title} titleOf={titleOf} />}
        {line.standing === 'blocked' && line.possible_from && <p className="note notice">{words('wait', { day: day(line.possible_from) })}</p>}
        {open && line.act === 'file_paper' && <FilePaper id={id} version={view.version} line={line} preferred={preferred} onDone={onDone} />}
        {open && line.act !== 'file_paper' && <ActForm id={id} view={view} line={line} head={<CaseHead view={view} large />} preferred={preferred} onDone={onDone} />}
      </div>
    </>
  )
}
