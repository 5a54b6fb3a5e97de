// Begins an application beforehand, or goes on with one by its code.
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useLocation } from 'wouter'
import { Page } from '../frame/page'
import { inGroups } from '../my/code'
import { Field } from '../parts/field'
import { OfficeCall } from '../parts/office-call'
import { Said } from '../parts/said'
import { useSending } from '../parts/sending'
import { begin, EMPTY, open } from './draft'

export function Start({ onOpen }: { onOpen: (code: string) => void }) {
  const words = useTranslations('apply')
  const [, go] = useLocation()
  const [code, setCode] = useState('')
  const [lacks, setLacks] = useState(false)
  const beginning = useSending()
  const opening = useSending()
  return (
    <Page title={words('title')} heading={words('title')}>
      <p className="lead">{words('lead')}</p>
      <p className="note">{words('originals')}</p>
      <Said error={beginning.error} />
      <button
        type="button"
        className="button primary wide"
        disabled={beginning.sending}
        onClick={() =>
          void beginning.send(async () => {
            const made = await begin(EMPTY)
            if (!made.resume_code) return
            onOpen(made.resume_code)
            go('/apply/form')
          })
        }
      >
        {words('begin')}
      </button>
      <h2>{words('goOn')}</h2>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          setLacks(code === '')
          if (code === '') return
          void opening.send(async () => {
            await open(code)
            onOpen(code)
            go('/apply/form')
          })
        }}
      >
        <Said error={opening.error} />
        <Field
          label={words('code')}
          hint={words('codeHint')}
          fault={lacks ? words('missing') : undefined}
          value={code}
          onValue={(typed) => setCode(inGroups(typed))}
          className="input code"
          autoComplete="one-time-code"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={40}
        />
        <button className="button wide" disabled={opening.sending}>
          {words('open')}
        </button>
      </form>
      <OfficeCall />
    </Page>
  )
}
