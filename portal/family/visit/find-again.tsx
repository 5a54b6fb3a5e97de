// Finds an appointment by its code.
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { inGroups } from '../my/code'
import { Field } from '../parts/field'
import { Said } from '../parts/said'
import { useSending } from '../parts/sending'
import { readAppointment, type Appointment } from '../service'

export function FindAgain({ onFound }: { onFound: (code: string, appointment: Appointment) => void }) {
  const words = useTranslations('visit')
  const [code, setCode] = useState('')
  const [lacks, setLacks] = useState(false)
  const { send, sending, error } = useSending()
  return (
    <details className="sheet folded">
      <summary>{words('have')}</summary>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          setLacks(code === '')
          if (code !== '') void send(async () => onFound(code, await readAppointment(code)))
        }}
      >
        <Said error={error} />
        <Field
          label={words('code')}
          fault={lacks ? words('missing') : undefined}
          value={code}
          onValue={(typed) => setCode(inGroups(typed))}
          className="input code"
          autoComplete="one-time-code"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={40}
        />
        <button className="button wide" disabled={sending}>
          {words('find')}
        </button>
      </form>
    </details>
  )
}
