// Chooses a time and says who comes.
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Field } from '../parts/field'
import { Said } from '../parts/said'
import { useSending } from '../parts/sending'
import { book, type Appointment, type Slot } from '../service'
import { Times, type Time } from './times'

const NOTHING = { name: '', telephone: '', matter: '' }

export function Book({ slots, onBooked }: { slots: Slot[]; onBooked: (code: string, appointment: Appointment) => void }) {
  const words = useTranslations('visit')
  const [time, setTime] = useState<Time>()
  const [told, setTold] = useState(NOTHING)
  const [lacks, setLacks] = useState(false)
  const { send, sending, error } = useSending()
  if (slots.length === 0) return <p className="note">{words('full')}</p>
  const field = (name: keyof typeof NOTHING) => ({
    label: words(name),
    value: told[name],
    fault: lacks && told[name].trim() === '' ? words('missing') : undefined,
    onValue: (value: string) => setTold({ ...told, [name]: value }),
  })
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        const trimmed = { name: told.name.trim(), telephone: told.telephone.trim(), matter: told.matter.trim() }
        const isWhole = Object.values(trimmed).every((text) => text !== '')
        setLacks(!isWhole || !time)
        if (!isWhole || !time) return
        void send(async () => {
          const made = await book({ ...time, ...trimmed })
          onBooked(made.resume_code ?? '', made)
        })
      }}
    >
      <Said error={error} />
      <Times slots={slots} chosen={time} fault={lacks && !time ? words('choose') : undefined} onChoose={setTime} />
      <Field {...field('name')} autoComplete="name" maxLength={60} />
      <Field {...field('telephone')} inputMode="tel" autoComplete="tel" maxLength={30} />
      <Field {...field('matter')} hint={words('matterHint')} autoComplete="off" maxLength={60} />
      <button className="button primary wide" disabled={sending}>
        {sending ? words('booking') : words('book')}
      </button>
    </form>
  )
}
