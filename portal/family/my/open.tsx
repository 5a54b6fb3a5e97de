// Opens a case with what the receipt and the identity card say. A code that came with the address is read once and
// taken out of it.
import { useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import { service } from '../../shared/api/client'
import { take } from '../../shared/api/problem'
import { keep } from '../../shared/api/session'
import { Page } from '../frame/page'
import { Field } from '../parts/field'
import { Said } from '../parts/said'
import { useSending } from '../parts/sending'
import { inGroups, takeCodeOfAddress } from './code'

export function Open() {
  const words = useTranslations('my')
  const [code, setCode] = useState('')
  const [name, setName] = useState('')
  const [lastSix, setLastSix] = useState('')
  const [lacks, setLacks] = useState(false)
  const { send, sending, error } = useSending()
  useEffect(() => {
    // After the page was drawn: a drawing that is thrown away would take the code with it. A second link may be opened
    // over this page.
    const taken = () => {
      const found = takeCodeOfAddress()
      if (found) setCode(found)
    }
    taken()
    window.addEventListener('hashchange', taken)
    return () => window.removeEventListener('hashchange', taken)
  }, [])
  const missing = (value: string) => (lacks && value.trim() === '' ? words('missing') : undefined)
  return (
    <Page title={words('title')} heading={words('open')}>
      <p className="quiet lead">{words('openHint')}</p>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          const isWhole = [code, name, lastSix].every((value) => value.trim() !== '')
          setLacks(!isWhole)
          if (!isWhole) return
          const body = { query_code: code, name: name.trim(), last_six: lastSix.normalize('NFKC').trim() }
          void send(async () => keep(await take(service.POST('/v1/family/sessions', { body }))))
        }}
      >
        <Said error={error} />
        <Field
          label={words('code')}
          hint={words('codeHint')}
          fault={missing(code)}
          value={code}
          onValue={(typed) => setCode(inGroups(typed))}
          className="input code"
          autoComplete="one-time-code"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={40}
        />
        <Field
          label={words('name')}
          hint={words('nameHint')}
          fault={missing(name)}
          value={name}
          onValue={setName}
          autoComplete="off"
          maxLength={60}
        />
        <Field
          label={words('lastSix')}
          hint={words('lastSixHint')}
          fault={missing(lastSix)}
          value={lastSix}
          onValue={setLastSix}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={12}
        />
        <button className="button primary wide" disabled={sending}>
          {sending ? words('opening') : words('look')}
        </button>
      </form>
      <p className="small quiet after">{words('lostCode')}</p>
    </Page>
  )
}
