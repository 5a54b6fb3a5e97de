// Whether a certificate was given out by this office and still holds. The answer names nobody.
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { service, type Schemas } from '../../shared/api/client'
import { take } from '../../shared/api/problem'
import { showDay } from '../../shared/dates'
import { useLanguage } from '../../shared/words/provider'
import { Page } from '../frame/page'
import { Field } from '../parts/field'
import { Said } from '../parts/said'
import { useSending } from '../parts/sending'

type Verified = Schemas['Verified']

export default function Verify() {
  const words = useTranslations('verify')
  const [number, setNumber] = useState('')
  const [serial, setSerial] = useState('')
  const [lastSix, setLastSix] = useState('')
  const [lacks, setLacks] = useState(false)
  const [verified, setVerified] = useState<Verified>()
  const { send, sending, error } = useSending()
  const missing = (value: string) => (lacks && value.trim() === '' ? words('missing') : undefined)
  return (
    <Page title={words('title')} heading={words('title')}>
      <p className="quiet lead">{words('hint')}</p>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          setVerified(undefined)
          const isWhole = [number, serial, lastSix].every((value) => value.trim() !== '')
          setLacks(!isWhole)
          if (!isWhole) return
          const body = { certificate_number: number.trim(), blank_serial: serial.trim(), last_six: lastSix.trim() }
          void send(async () => setVerified(await take(service.POST('/v1/certificates/verification', { body }))))
        }}
      >
        <Said error={error} />
        <Field label={words('number')} hint={words('numberHint')} fault={missing(number)} value={number} onValue={setNumber} autoComplete="off" spellCheck={false} maxLength={60} />
        <Field label={words('serial')} hint={words('serialHint')} fault={missing(serial)} value={serial} onValue={setSerial} autoComplete="off" spellCheck={false} maxLength={40} />
        <Field label={words('lastSix')} hint={words('lastSixHint')} fault={missing(lastSix)} value={lastSix} onValue={setLastSix} autoComplete="off" spellCheck={false} maxLength={12} />
        <button className="button primary wide" disabled={sending}>
          {sending ? words('asking') : words('ask')}
        </button>
      </form>
      <div role="status">{verified && <Answer verified={verified} />}</div>
    </Page>
  )
}

function Answer({ verified }: { verified: Verified }) {
  const words = useTranslations('verify')
  const language = useLanguage()
  if (verified.result === 'valid') {
    return (
      <div className="note green after">
        <p className="strong state done">{words('valid')}</p>
        <p className="small">{words('validHint')}</p>
      </div>
    )
  }
  if (verified.result === 'not_found') {
    return (
      <div className="note amber after">
        <p className="strong state warn">{words('notFound')}</p>
        <p className="small">{words('notFoundHint')}</p>
      </div>
    )
  }
  return (
    <div className="note red after">
      <p className="strong state bad">{words('over', { day: showDay(verified.since, language) })}</p>
      <p className="small">{words(`because.${verified.because}`)}</p>
    </div>
  )
}
