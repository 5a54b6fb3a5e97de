// 预申请: what families sent before they come. It is read, answered, and decided on by nobody here.
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { service, type Schemas } from '../../shared/api/client'
import { take } from '../../shared/api/problem'
import { OperationForm } from '../acts/operation-form'
import { Dialog } from '../parts/dialog'
import { useNames } from '../parts/names'
import { openFile } from '../parts/open-file'
import { Reading } from '../parts/reading'
import { Said } from '../parts/said'
import { useSending } from '../parts/sending'
import { Sheet } from '../parts/sheet'

const SHAPES = { draft: '', sent: 'going', answered: 'done' } as const

export const beforehandQuery = queryOptions({ queryKey: ['lists', 'beforehand'], queryFn: () => take(service.GET('/v1/pre-applications')) })

export function Beforehand() {
  const words = useTranslations('counter')
  const names = useNames()
  const [open, setOpen] = useState<string>()
  const list = useQuery(beforehandQuery)
  return (
    <Sheet title={words('beforehand')}>
      <Reading of={list}>
        {({ pre_applications: sent }) =>
          sent.length === 0 ? (
            <p className="empty">{words('noneSent')}</p>
          ) : (
            <div className="scroller" role="region" aria-label={words('beforehand')} tabIndex={0}>
              <table>
                <caption className="unseen">{words('beforehand')}</caption>
                <thead>
                  <tr>
                    <th scope="col">{words('sentAt')}</th>
                    <th scope="col" className="number">
                      {words('photos')}
                    </th>
                    <th scope="col">{words('state')}</th>
                    <th scope="col">
                      <span className="unseen">{words('look')}</span>
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {sent.map((one) => (
                    <tr key={one.id}>
                      <td className="nowrap">{one.sent_at}</td>
                      <td className="number">{one.uploads}</td>
                      <td>
                        <span className={`state ${SHAPES[one.state]}`}>{names.value('PreApplicationState', one.state)}</span>
                      </td>
                      <td className="right">
                        <button type="button" className="button low" onClick={() => setOpen(one.id)}>
                          {words('look')}
                        </button>
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )
        }
      </Reading>
      {open && <Sent id={open} onClose={() => setOpen(undefined)} />}
    </Sheet>
  )
}

function Sent({ id, onClose }: { id: string; onClose: () => void }) {
  const words = useTranslations('counter')
  const names = useNames()
  const queries = useQueryClient()
  const read = useQuery({
    queryKey: ['beforehand', id],
    gcTime: 0,
    queryFn: () => take(service.GET('/v1/pre-applications/{id}', { params: { path: { id } } })),
  })
  return (
    <Dialog title={words('beforehand')} onClose={onClose} wide>
      <Reading of={read}>
        {(sent) => (
          <>
            <Typed form={sent.form} />
            <ul className="plain-list">
              {sent.uploads.map((photo) => (
                <Photo key={photo.upload} id={id} photo={photo} />
              ))}
            </ul>
            {sent.reply ? (
              <p className="note notice">
                <b>{names.value('PreApplicationOutcome', sent.reply.outcome)}</b> {sent.reply.text}
              </p>
            ) : (
              <OperationForm
                operation="reply_pre_application"
                path={{ id }}
                what={words('reply')}
                button={words('reply')}
                onDone={() => {
                  void queries.invalidateQueries({ queryKey: ['lists', 'beforehand'] })
                  onClose()
                }}
              />
            )}
          </>
        )}
      </Reading>
    </Dialog>
  )
}

const TYPED = ['kind', 'first', 'second', 'telephone', 'child'] as const

/** What the family typed; the form is theirs, and no rule rests on it. */
function Typed({ form }: { form: string }) {
  const words = useTranslations('counter.typed')
  const names = useNames()
  const given = readForm(form)
  return (
    <dl className="given">
      {TYPED.filter((each) => given[each]).map((each) => (
        <div key={each}>
          <dt>{words(each)}</dt>
          <dd>{each === 'kind' ? names.value('ChildKind', given[each] ?? '') : given[each]}</dd>
        </div>
      ))}
    </dl>
  )
}

function readForm(form: string): Partial<Record<(typeof TYPED)[number], string>> {
  try {
    const read: unknown = JSON.parse(form)
    if (typeof read !== 'object' || read === null) return {}
    return Object.fromEntries(Object.entries(read).filter((entry) => typeof entry[1] === 'string'))
  } catch {
    return {}
  }
}

function Photo({ id, photo }: { id: string; photo: Schemas['UploadProgress'] }) {
  const words = useTranslations('counter')
  const names = useNames()
  const { send, sending, error } = useSending()
  const look = () => send(() => openFile(`/v1/pre-applications/${id}/uploads/${photo.upload}`))
  return (
    <li>
      {names.value('PaperKind', photo.paper)} {photo.party && <span className="quiet">{names.value('Party', photo.party)}</span>}{' '}
      <button type="button" className="button low" disabled={sending} onClick={() => void look()}>
        {words('look')}
      </button>
      <Said error={error} />
    </li>
  )
}
