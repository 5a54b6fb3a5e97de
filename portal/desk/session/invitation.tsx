// The first sign-in: the code of an invitation and a password one chooses.
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { service } from '../../shared/api/client'
import { take } from '../../shared/api/problem'
import { Said } from '../parts/said'
import { useSending } from '../parts/sending'

export function Invitation({ onDone }: { onDone: () => void }) {
  const words = useTranslations('session')
  const [accepted, setAccepted] = useState(false)
  const { send, sending, error } = useSending()
  if (accepted) {
    return (
      <>
        <p className="note green" role="status">
          {words('accepted')}
        </p>
        <button type="button" className="button primary wide tall" onClick={onDone}>
          {words('signIn')}
        </button>
      </>
    )
  }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        const typed = new FormData(event.currentTarget)
        void send(async () => {
          await take(
            service.POST('/v1/invitations/acceptance', {
              body: { code: String(typed.get('code')), password: String(typed.get('password')) },
            }),
          )
          setAccepted(true)
        })
      }}
    >
      <Said error={error} />
      <div className="field">
        <label htmlFor="code">{words('invitation')}</label>
        <input className="input code" id="code" name="code" autoComplete="one-time-code" required />
      </div>
      <div className="field">
        <label htmlFor="password">{words('newPassword')}</label>
        <p className="hint">{words('newPasswordHint')}</p>
        <input className="input" id="password" name="password" type="password" autoComplete="new-password" required />
      </div>
      <button className="button primary wide tall" disabled={sending}>
        {words('accept')}
      </button>
    </form>
  )
}
