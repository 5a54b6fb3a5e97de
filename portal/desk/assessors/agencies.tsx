// The bodies that assess: the office's own team, and those commissioned with their agreements. An administrator enters a
// body and changes what is known of one; who was appointed stays so, and a lapse is shown with the assessor.
import { queryOptions, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { service, type Schemas } from '../../shared/api/client'
import { take } from '../../shared/api/problem'
import { OperationForm } from '../acts/operation-form'
import { Dialog } from '../parts/dialog'
import { useDays } from '../parts/days'
import { useNames } from '../parts/names'
import { Reading } from '../parts/reading'
import { TableSheet } from '../parts/table'

type Line = Schemas['AgencyLine']

export const agenciesQuery = queryOptions({ queryKey: ['agencies'], queryFn: () => take(service.GET('/v1/agencies')) })

export function Agencies({ administers, onSaved }: { administers: boolean; onSaved: (what: string) => void }) {
  const words = useTranslations('assessors')
  const agencies = useQuery(agenciesQuery)
  const [open, setOpen] = useState<Line | 'new'>()
  const heads = [words('agency'), words('body'), words('agreement'), words('state'), ...(administers ? [words('onFile')] : [])]
  return (
    <>
      <div className="sub-head">
        <h2>{words('agencies')}</h2>
        {administers && (
          <button type="button" className="button primary" onClick={() => setOpen('new')}>
            {words('enter')}
          </button>
        )}
      </div>
      <Reading of={agencies}>
        {(all) => (
          <TableSheet title={words('agencies')} heads={heads} empty={all.length === 0 ? words('noAgencies') : undefined}>
            {all.map((line) => (
              <AgencyRow key={line.id} line={line} onChange={administers ? () => setOpen(line) : undefined} />
            ))}
          </TableSheet>
        )}
      </Reading>
      {open && (
        <AgencyDialog
          line={open === 'new' ? undefined : open}
          onClose={() => setOpen(undefined)}
          onSaved={(what) => {
            setOpen(undefined)
            onSaved(what)
          }}
        />
      )}
    </>
  )
}

function AgencyDialog({ line, onClose, onSaved }: { line: Line | undefined; onClose: () => void; onSaved: (what: string) => void }) {
  const words = useTranslations('assessors')
  const what = line ? words('changeOf', { name: line.agency.name }) : words('enter')
  return (
    <Dialog title={what} onClose={onClose} wide>
      <OperationForm
        operation={line ? 'change_agency' : 'create_agency'}
        {...(line && { path: { id: line.id }, start: line.agency })}
        what={what}
        button={words('save')}
        onDone={() => onSaved(what)}
      />
      <button type="button" className="button low" onClick={onClose}>
        {words('cancel')}
      </button>
    </Dialog>
  )
}

function AgencyRow({ line, onChange }: { line: Line; onChange: (() => void) | undefined }) {
  const words = useTranslations('assessors')
  const names = useNames()
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
            <div className="micro">{body.agreement.scope.map((part) => names.value('AssessmentPart', part)).join(words('comma'))}</div>
            <div className="micro">{words('examined', { day: day(body.examined.on), staff: body.examined.full_time_staff })}</div>
          </>
        ) : (
          '—'
        )}
      </td>
      <td>
        <span className={ended ? 'state off' : 'state done'}>{ended ? words('ended', { day: day(ended) }) : words('going')}</span>
      </td>
      {onChange && (
        <td>
          <button type="button" className="button low" aria-label={words('changeOf', { name })} onClick={onChange}>
            {words('change')}
          </button>
        </td>
      )}
    </tr>
  )
}
