// An appointment that stands: when, what to bring, its code; and the ways to change it.
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { showDayWithWeekday } from '../../shared/dates'
import { useLanguage } from '../../shared/words/provider'
import { Page } from '../frame/page'
import { OfficeCall } from '../parts/office-call'
import { Reading } from '../parts/reading'
import { Said } from '../parts/said'
import { useSending } from '../parts/sending'
import { giveBack, move, useSlots, type Appointment } from '../service'
import { clock, Times, type Time } from './times'

interface Shape {
  code: string
  appointment: Appointment
  onMoved: (appointment: Appointment) => void
  onGone: () => void
}

export function Booked({ code, appointment, onMoved, onGone }: Shape) {
  const words = useTranslations('visit')
  const language = useLanguage()
  const { send, sending, error } = useSending()
  return (
    <Page title={words('title')} heading={words('booked')} personal>
      <section className="sheet body code-card">
        <p className="song deciding">{showDayWithWeekday(appointment.day, language)}</p>
        <p className="song deciding">{clock(appointment.from)}</p>
        <p className="small quiet">{appointment.matter}</p>
      </section>
      <section className="sheet body code-card" aria-label={words('code')}>
        <p className="small quiet">{words('code')}</p>
        <p className="big-code">{code}</p>
        <p className="small quiet">{words('writeDown')}</p>
      </section>
      <p className="note">{words('bring')}</p>
      <Said error={error} />
      <details className="sheet folded">
        <summary>{words('move')}</summary>
        <Move code={code} onMoved={onMoved} />
      </details>
      <button
        type="button"
        className="button wide"
        disabled={sending}
        onClick={() =>
          void send(async () => {
            await giveBack(code)
            onGone()
          })
        }
      >
        {words('giveBack')}
      </button>
      <OfficeCall />
    </Page>
  )
}

function Move({ code, onMoved }: { code: string; onMoved: (appointment: Appointment) => void }) {
  const words = useTranslations('visit')
  const slots = useSlots()
  const [time, setTime] = useState<Time>()
  const { send, sending, error } = useSending()
  return (
    <Reading of={slots}>
      {({ slots: free }) => (
        <>
          <Said error={error} />
          <Times slots={free} chosen={time} fault={undefined} onChoose={setTime} />
          <button
            type="button"
            className="button primary wide"
            disabled={sending || !time}
            onClick={() => time && void send(async () => onMoved(await move(code, time)))}
          >
            {words('moveNow')}
          </button>
        </>
      )}
    </Reading>
  )
}
