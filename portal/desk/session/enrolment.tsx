// The first second factor: the secret is shown once, a code confirms it, and the recovery codes are written down.
import { useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import { service, type Schemas } from '../../shared/api/client'
import { take } from '../../shared/api/problem'
import { Said } from '../parts/said'
import { useSending } from '../parts/sending'
import { CodeField } from './code-field'
import type { SignedIn } from './sign-in-form'

type Begun = Schemas['FactorBegun']
type Confirmed = Schemas['FactorConfirmed']

export function Enrolment({ half, onWhole }: { half: SignedIn; onWhole: (answer: SignedIn) => void }) {
  const words = useTranslations('session')
  const [begun, setBegun] = useState<Begun>()
  const [confirmed, setConfirmed] = useState<Confirmed>()
  const { send, sending, error } = useSending()
  const headers = { authorization: `Bearer ${half.access_token}` }
  const name = words('factorName')
  useEffect(() => {
    void send(async () => {
      setBegun(
        await take(
          service.POST('/v1/me/factors', { body: { name }, headers: { authorization: `Bearer ${half.access_token}` } }),
        ),
      )
    })
  }, [send, half.access_token, name])
  if (confirmed) return <RecoveryCodes confirmed={confirmed} onWhole={onWhole} />
  if (!begun) return <Said error={error} />
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        const code = String(new FormData(event.currentTarget).get('code'))
        void send(async () => {
          setConfirmed(
            await take(
              service.POST('/v1/me/factors/{id}/confirmation', {
                params: { path: { id: begun.id } },
                body: { code },
                headers,
              }),
            ),
          )
        })
      }}
    >
      <p>{words('enrolWhy')}</p>
      <p className="code-shown">{begun.secret.replace(/(.{4})/g, '$1 ').trim()}</p>
      <Said error={error} />
      <CodeField hint={words('enrolHint')} />
      <button className="button primary wide tall" disabled={sending}>
        {words('goOn')}
      </button>
    </form>
  )
}

function RecoveryCodes({ confirmed, onWhole }: { confirmed: Confirmed; onWhole: (answer: SignedIn) => void }) {
  const words = useTranslations('session')
  const { session } = confirmed
  return (
    <>
      <p className="strong">{words('recoveryCodes')}</p>
      <ul className="codes">
        {(confirmed.recovery_codes ?? []).map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      {session && (
        <button type="button" className="button primary wide tall" onClick={() => onWhole(session)}>
          {words('codesKept')}
        </button>
      )}
    </>
  )
}
