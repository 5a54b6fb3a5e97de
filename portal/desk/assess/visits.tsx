// What was done for an assessment: each interview, visit and reading with its place, people, hours and evidence.
import { Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import type { Schemas } from '../../shared/api/client'
import { useDays } from '../parts/days'
import { useNames } from '../parts/names'
import { Sheet } from '../parts/sheet'
import { useWaiting } from './device/waiting'
import { Evidence } from './evidence'
import { piecesToShow } from './pieces'
import { scoredOf, type Task } from './read'

export function Visits({ id, task }: { id: string; task: Task }) {
  const words = useTranslations('assess')
  const scored = scoredOf(task)
  const act = scored ? 'record_assessment_work' : 'visit_for_assessment'
  const hasPieces = piecesToShow(task, useWaiting(), id).length > 0
  return (
    <div className="stack">
      <p className="button-row">
        <Link to="/tasks/$id/acts/$act" params={{ id, act }} className="button primary">
          {words('recordWork')}
        </Link>
        {hasPieces && (
          <Link to="/tasks/$id/acts/$act" params={{ id, act: 'file_evidence' }} className="button">
            {words('fileEvidence')}
          </Link>
        )}
      </p>
      {scored ? <Records id={id} task={task} records={scored.records} /> : <InWords task={task} />}
    </div>
  )
}

function Records({ id, task, records }: { id: string; task: Task; records: Schemas['WorkRecord'][] }) {
  const words = useTranslations('assess')
  if (records.length === 0) return <p className="sheet empty">{words('noWork')}</p>
  return [...records].reverse().map((record) => <Record key={record.number} id={id} task={task} record={record} />)
}

function Record({ id, task, record }: { id: string; task: Task; record: Schemas['WorkRecord'] }) {
  const words = useTranslations('assess')
  const frame = useTranslations('frame')
  const names = useNames()
  const { day } = useDays()
  const who = task.assessment.assessors.filter(({ user }) => record.assessors.includes(user)).map(({ name }) => name)
  const met = record.people.map((one) => `${one.name}（${names.value('MetAs', one.who)}）`)
  const hour = (time: string) => time.slice(0, 5).replace(/^0/, '')
  return (
    <Sheet
      title={`${day(record.on)} · ${names.value('VisitMethod', record.method)}`}
      aside={
        <span className="small quiet">
          {hour(record.began_at)}—{hour(record.ended_at)}
        </span>
      }
    >
      <div className="body stack-small">
        <dl className="pairs small">
          <dt>{words('place')}</dt>
          <dd>{record.place}</dd>
          <dt>{words('assessors')}</dt>
          <dd>{who.join(frame('comma'))}</dd>
          {met.length > 0 && (
            <>
              <dt>{words('met')}</dt>
              <dd>
                {met.join(frame('comma'))} {record.alone && <span className="tag">{words('alone')}</span>}
              </dd>
            </>
          )}
          {record.child_says && (
            <>
              <dt>{words('childSays')}</dt>
              <dd>{names.value('ChildSays', record.child_says)}</dd>
            </>
          )}
        </dl>
        <p>{record.notes}</p>
        {record.evidence.length > 0 && <Evidence id={id} pieces={record.evidence} files={scoredOf(task)?.files ?? []} />}
      </div>
    </Sheet>
  )
}

/** An assessment without a set is made in words. */
function InWords({ task }: { task: Task }) {
  const words = useTranslations('assess')
  const names = useNames()
  const { day } = useDays()
  const { visits } = task.assessment
  if (visits.length === 0) return <p className="sheet empty">{words('noWork')}</p>
  return visits.map((visit, place) => (
    <Sheet key={place} title={`${day(visit.on)} · ${names.value('VisitMethod', visit.method)}`}>
      <p className="body">{visit.findings}</p>
    </Sheet>
  ))
}
