// The page of whoever is not signed in. It stands at every address of the desk, so that signing in leads to where one
// wanted to go.
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Mark } from '../frame/icon'
import { MannersBar } from '../frame/manners-bar'
import { PageHead } from '../parts/page'
import { Invitation } from './invitation'
import { Practice } from './practice'
import { SignInForm } from './sign-in-form'

export function SignIn() {
  const words = useTranslations('session')
  const [invited, setInvited] = useState(false)
  const done = () => undefined
  return (
    <div className="sign-in">
      <section className="sign-in-side">
        <div className="brand">
          <Mark />
          <span>
            <b>{words('house')}</b>
            <span>{words('desk')}</span>
          </span>
        </div>
        <div className="motto">
          <p>{words('motto1')}</p>
          <p>{words('motto2')}</p>
          <p className="quiet">{words('motto3')}</p>
        </div>
        <House />
      </section>
      <main className="sign-in-form" id="content">
        <PageHead title={invited ? words('firstTime') : words('signIn')} tab={words('signIn')} />
        {invited ? <Invitation onDone={() => setInvited(false)} /> : <SignInForm onDone={done} />}
        <p className="small sign-in-more">
          <button type="button" className="link" onClick={() => setInvited(!invited)}>
            {invited ? words('havePassword') : words('haveInvitation')}
          </button>
          <span className="quiet">{words('forgotten')}</span>
        </p>
        <p className="small quiet">{words('blankHint')}</p>
        <MannersBar />
        {/* Known to be a practice office a moment later than the rest is drawn: last, it pushes nothing. */}
        <Practice onDone={done} />
      </main>
    </div>
  )
}

function House() {
  return (
    <svg className="house" viewBox="0 0 760 420" aria-hidden="true" fill="none">
      <path className="house-ground" d="M0 392h760v28H0z" />
      <path className="house-light" d="M330 392V250a50 50 0 01100 0v142l56 28H274z" />
      <path className="house-line" d="M60 232C190 208 310 150 380 70c70 80 190 138 320 162" strokeWidth="6" strokeLinecap="round" />
      <path className="house-line" d="M128 228v164M632 228v164" strokeWidth="5" />
      <path className="house-line" d="M330 392V250a50 50 0 01100 0v142" strokeWidth="4" />
      <path className="house-window" d="M176 268h92v70h-92zM222 268v70M176 303h92M492 268h92v70h-92zM538 268v70M492 303h92" strokeWidth="3" />
      <path className="house-line" d="M0 392h760" strokeWidth="3" />
    </svg>
  )
}
