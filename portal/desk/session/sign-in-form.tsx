// Signing in with login and password, then with the second factor where one is asked. Used by the page and by the
// dialog over a page whose session ended.
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { service, type Schemas } from '../../shared/api/client'
import { take } from '../../shared/api/problem'
import { keep, knownDevice } from '../../shared/api/session'
import { Said } from '../parts/said'
import { CodeField } from './code-field'
import { Enrolment } from './enrolment'
import { useSending } from '../parts/sending'

export type SignedIn = Schemas['SignedIn']

/** Calls `onDone` when the session is whole. */
export function SignInForm({ onDone }: { onDone: () => void }) {
  const [half, setHalf] = useState<SignedIn>()
  const arrive = (answer: SignedIn) => {
    if (answer.factor) return setHalf(answer)
    keep(answer)
    onDone()
  }
  if (half?.factor === 'enrol') return <Enrolment half={half} onWhole={arrive} />
  if (half) return <ShowFactor half={half} onWhole={arrive} />
  return <Password onAnswer={arrive} />
}

function Password({ onAnswer }: { onAnswer: (answer: SignedIn) => void }) {
  const words = useTranslations('session')
  const { send, sending, error } = useSending()
  const submit = (form: HTMLFormElement) => {
    const typed = new FormData(form)
    void send(async () => {
      const body = { login: String(typed.get('login')), password: String(typed.get('password')), device: knownDevice() }
      onAnswer(await take(service.POST('/v1/sign-in', { body })))
    })
  }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        submit(event.currentTarget)
      }}
    >
      <Said error={error} />
      <div className="field">
        <label htmlFor="login">{words('login')}</label>
        <input className="input" id="login" name="login" autoComplete="username" autoCapitalize="none" required />
      </div>
      <div className="field">
        <label htmlFor="password">{words('password')}</label>
        <input className="input" id="password" name="password" type="password" autoComplete="current-password" required />
      </div>
      <button className="button primary wide tall" disabled={sending}>
        {words('signIn')}
      </button>
    </form>
  )
}

function ShowFactor({ half, onWhole }: { half: SignedIn; onWhole: (answer: SignedIn) => void }) {
  const words = useTranslations('session')
  const { send, sending, error } = useSending()
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        const code = String(new FormData(event.currentTarget).get('code'))
        void send(async () => {
          const shown = await take(
            service.POST('/v1/session/factor', {
              body: { code },
              headers: { authorization: `Bearer ${half.access_token}` },
            }),
          )
          if (shown.session) onWhole(shown.session)
        })
      }}
    >
      <Said error={error} />
      <CodeField hint={words('factorHint')} />
      <button className="button primary wide tall" disabled={sending}>
        {words('goOn')}
      </button>
    </form>
  )
}
