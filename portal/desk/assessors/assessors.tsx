// Who may assess, as the service judges it today: the bodies that assess, and each assessor with what stands against him.
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { service, type Schemas } from '../../shared/api/client'
import { take } from '../../shared/api/problem'
import { useMessage } from '../../shared/words/provider'
import { useDays } from '../parts/days'
import { useNames } from '../parts/names'
import { PageHead } from '../parts/page'
import { Reading } from '../parts/reading'
import { TableSheet } from '../parts/table'

export function Assessors() {
  const words = useTranslations('assessors')
  const assessors = useQuery({ queryKey: ['assessors'], queryFn: () => take(service.GET('/v1/assessors')) })
  const agencies = useQuery({ queryKey: ['agencies'], queryFn: () => take(service.GET('/v1/agencies')) })
  return (
    <>
      <PageHead title={words('title')} tab={words('title')} below={words('hint')} />
      <div className="stack">
        <Reading of={assessors}>
          {(all) => (
            <TableSheet title={words('title')} heads={[words('name'), words('agency'), words('certificate'), words('tasks'), words('standing')]} empty={all.length === 0 ? words('none') : undefined}>
              {all.map((line) => (
                <AssessorRow key={line.user} line={line} />
              ))}
            </TableSheet>
          )}
        </Reading>
        <h2>{words('agencies')}</h2>
        <Reading of={agencies}>
          {(all) => (
            <TableSheet title={words('agencies')} heads={[words('agency'), words('body'), words('agreement'), words('state')]} empty={all.length === 0 ? words('noAgencies') : undefined}>
              {all.map((line) => (
                <AgencyRow key={line.id} line={line} />
              ))}
            </TableSheet>
          )}
        </Reading>
      </div>
    </>
  )
}

function AssessorRow({ line }: { line: Schemas['AssessorLine'] }) {
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
    </tr>
  )
}

function AgencyRow({ line }: { line: Schemas['AgencyLine'] }) {
  const words = useTranslations('assessors')
  const { day } = useDays()
  const { body, ended_on: ended, name } = line.agency
  return (
    <tr>
      <td>{name}</td>
      <td>{body.kind === 'own_team' ? words('ownTeam') : words('commissioned', { code: body.credit_code })}</td>
      <td>
        {body.kind === 'commissioned' ? (
          <>
            {body.agreement.number}
            <div className="micro">{words('between', { from: day(body.agreement.from), until: day(body.agreement.until) })}</div>
          </>
        ) : (
          '—'
        )}
      </td>
      <td>
        <span className={ended ? 'state off' : 'state done'}>{ended ? words('ended', { day: day(ended) }) : words('going')}</span>
      </td>
    </tr>
  )
}
