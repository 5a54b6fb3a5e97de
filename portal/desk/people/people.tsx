// Who has an account, with which roles. The code of an invitation is shown once, large.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { service, type Schemas } from '../../shared/api/client'
import { take } from '../../shared/api/problem'
import { OperationForm } from '../acts/operation-form'
import { Dialog } from '../parts/dialog'
import { useDays } from '../parts/days'
import { useNames } from '../parts/names'
import { PageHead } from '../parts/page'
import { Reading } from '../parts/reading'
import { Said } from '../parts/said'
import { useSending } from '../parts/sending'

type User = Schemas['User']

export function People() {
  const words = useTranslations('people')
  const names = useNames()
  const { instant } = useDays()
  const queries = useQueryClient()
  const [chosen, setChosen] = useState<User>()
  const [inviting, setInviting] = useState(false)
  const [code, setCode] = useState<Schemas['InvitationAnswer']>()
  const people = useQuery({ queryKey: ['people'], queryFn: () => take(service.GET('/v1/people')) })
  const again = () => queries.invalidateQueries({ queryKey: ['people'] })
  return (
    <>
      <PageHead title={words('title')} tab={words('title')}>
        <button type="button" className="button primary" onClick={() => setInviting(true)}>
          {words('invite')}
        </button>
      </PageHead>
      <Reading of={people} rows={8}>
        {(all) => (
          <div className="sheet scroller" role="region" aria-label={words('title')} tabIndex={0}>
            <table>
              <caption className="unseen">{words('title')}</caption>
              <thead>
                <tr>
                  <th scope="col">{words('name')}</th>
                  <th scope="col">{words('roles')}</th>
                  <th scope="col">{words('organization')}</th>
                  <th scope="col">{words('signedIn')}</th>
                  <th scope="col">{words('state')}</th>
                </tr>
              </thead>
              <tbody>
                {all.map((person) => (
                  <tr key={person.id}>
                    <td>
                      <button type="button" className="link strong" onClick={() => setChosen(person)}>
                        {person.name}
                      </button>
                    </td>
                    <td>{person.roles.map((role) => names.value('Role', role)).join(words('comma'))}</td>
                    <td>{person.organization}</td>
                    <td className="nowrap">{person.signed_in_at ? instant(person.signed_in_at) : '—'}</td>
                    <td>
                      <span className={person.disabled ? 'state bad' : person.has_password ? 'state done' : 'state off'}>{person.disabled ? words('disabled') : person.has_password ? words('active') : words('invited')}</span>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </Reading>
      {chosen && (
        <Person
          person={chosen}
          onClose={() => setChosen(undefined)}
          onCode={setCode}
          onChanged={() => {
            setChosen(undefined)
            void again()
          }}
        />
      )}
      {inviting && (
        <Dialog title={words('invite')} onClose={() => setInviting(false)} wide>
          <OperationForm
            operation="create_invitation"
            what={words('invite')}
            button={words('makeCode')}
            onDone={(answer) => {
              setInviting(false)
              setCode(answer as Schemas['InvitationAnswer'])
              void again()
            }}
          />
        </Dialog>
      )}
      {code && (
        <Dialog title={words('code')} onClose={() => setCode(undefined)}>
          <p className="code-shown">{code.code}</p>
          <p className="quiet">{words('codeOnce')}</p>
          <button type="button" className="button primary" onClick={() => setCode(undefined)}>
            {words('handedOver')}
          </button>
        </Dialog>
      )}
    </>
  )
}

function Person(props: { person: User; onClose: () => void; onChanged: () => void; onCode: (code: Schemas['InvitationAnswer']) => void }) {
  const words = useTranslations('people')
  const { person } = props
  const { send, sending, error } = useSending()
  const params = { params: { path: { id: person.id } } }
  const simple = (work: () => Promise<unknown>) => void send(async () => void (await work())).then((done) => done && props.onChanged())
  return (
    <Dialog title={person.name} onClose={props.onClose} wide>
      <Said error={error} />
      <OperationForm operation="change_roles" path={{ id: person.id }} what={words('roles')} button={words('changeRoles')} start={{ roles: person.roles }} onDone={props.onChanged} />
      <div className="form-foot">
        <button
          type="button"
          className="button"
          disabled={sending}
          onClick={() =>
            simple(async () => {
              props.onCode(await take(service.POST('/v1/people/{id}/invitations', params)))
            })
          }
        >
          {words('renew')}
        </button>
        {person.has_factor && (
          <button type="button" className="button" disabled={sending} onClick={() => simple(() => take(service.POST('/v1/people/{id}/factor-reset', params)))}>
            {words('resetFactor')}
          </button>
        )}
        {person.disabled ? (
          <button type="button" className="button" disabled={sending} onClick={() => simple(() => take(service.POST('/v1/people/{id}/enabling', params)))}>
            {words('enable')}
          </button>
        ) : (
          <button type="button" className="button danger" disabled={sending} onClick={() => simple(() => take(service.POST('/v1/people/{id}/disabling', params)))}>
            {words('disable')}
          </button>
        )}
        <button type="button" className="button" onClick={props.onClose}>
          {words('close')}
        </button>
      </div>
    </Dialog>
  )
}
