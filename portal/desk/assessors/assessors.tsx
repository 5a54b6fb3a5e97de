// Who may assess, as the service judges it today: each assessor with what stands against him, and the bodies that assess.
// What is on file of them an administrator enters and changes.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { service, type Schemas } from '../../shared/api/client'
import { take } from '../../shared/api/problem'
import { useMessage } from '../../shared/words/provider'
import { useDays } from '../parts/days'
import { useNames } from '../parts/names'
import { PageHead } from '../parts/page'
import { Reading, Together } from '../parts/reading'
import { TableSheet } from '../parts/table'
import { useMe } from '../session/state'
import { Agencies, agenciesQuery } from './agencies'
import { ON_FILE, OnFileDialog, type OnFile } from './on-file'

export function Assessors() {
  const words = useTranslations('assessors')
  const assessors = useQuery({ queryKey: ['assessors'], queryFn: () => take(service.GET('/v1/assessors')) })
  const agencies = useQuery(agenciesQuery)
  const queries = useQueryClient()
  const administers = useMe()?.roles.includes('administrator') ?? false
  const [open, setOpen] = useState<OnFile>()
  const [saved, setSaved] = useState<string>()
  const done = (what: string) => {
    setOpen(undefined)
    setSaved(what)
    // Who may be appointed follows from what is on file of him and of his body.
    for (const key of ['assessors', 'agencies', 'people']) void queries.invalidateQueries({ queryKey: [key] })
  }
  return (
    <>
      <PageHead title={words('title')} tab={words('title')} below={words('hint')} />
      <div className="stack">
        {saved && (
          <p className="note green notice" role="status">
            {words('saved', { what: saved })}
          </p>
        )}
        <Together of={[assessors, agencies]}>
          <Reading of={assessors}>
            {(all) => (
              <TableSheet title={words('title')} heads={[words('name'), words('agency'), words('certificate'), words('tasks'), words('standing'), ...(administers ? [words('onFile')] : [])]} empty={all.length === 0 ? words('none') : undefined}>
                {all.map((line) => (
                  <AssessorRow key={line.user} line={line} onOpen={administers ? setOpen : undefined} />
                ))}
              </TableSheet>
            )}
          </Reading>
          <Agencies administers={administers} onSaved={done} />
        </Together>
      </div>
      {open && <OnFileDialog open={open} onClose={() => setOpen(undefined)} onSaved={done} />}
    </>
  )
}

function AssessorRow({ line, onOpen }: { line: Schemas['AssessorLine']; onOpen: ((open: OnFile) => void) | undefined }) {
  const words = useTranslations('assessors')
  const names = useNames()
  const message = useMessage()
  const { day } = useDays()
  const fit = line.objections.length === 0
  return (
    <tr>
      <td>
        {line.name}
        {line.standing && (
          <div className="micro">
            {names.value('AssessorEmployment', line.standing.employment)} · {names.value('AssessorBackground', line.standing.background)} · {words('years', { years: line.standing.related_years })}
          </div>
        )}
      </td>
      <td>{line.agency ?? '—'}</td>
      <td>
        {line.certificate ?? '—'}
        {line.certificate_until && <div className="micro">{words('until', { day: day(line.certificate_until) })}</div>}
      </td>
      <td>{line.open_tasks}</td>
      <td>
        <span className={fit ? 'state done' : line.open_tasks > 0 ? 'state bad' : 'state warn'}>{fit ? words('fit') : line.open_tasks > 0 ? words('lapsed') : words('unfit')}</span>
        {line.objections.map((objection) => (
          <p key={objection.rule} className="small">
            {message(objection.message)} <span className="micro">{message(objection.article)}</span>
          </p>
        ))}
      </td>
      {onOpen && (
        <td>
          <div className="row-acts">
            {ON_FILE.map((form) => (
              <button key={form} type="button" className="button low" aria-label={words('formOf', { name: line.name, what: words(form) })} onClick={() => onOpen({ form, line })}>
                {words(form)}
              </button>
            ))}
          </div>
        </td>
      )}
    </tr>
  )
}
