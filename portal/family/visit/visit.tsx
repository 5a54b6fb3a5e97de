// An appointment: a time that is free, who comes and why; found again with a code, moved or given back.
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Page } from '../frame/page'
import { OfficeCall } from '../parts/office-call'
import { Reading } from '../parts/reading'
import { useOffice, useSlots, type Appointment } from '../service'
import { Book } from './book'
import { Booked } from './booked'
import { FindAgain } from './find-again'

export default function Visit() {
  const words = useTranslations('visit')
  const questions = useQueryClient()
  const office = useOffice()
  const slots = useSlots()
  const [booked, setBooked] = useState<{ code: string; appointment: Appointment }>()
  if (booked) {
    return (
      <Booked
        code={booked.code}
        appointment={booked.appointment}
        onMoved={(appointment) => setBooked({ ...booked, appointment })}
        onGone={() => {
          setBooked(undefined)
          void questions.invalidateQueries({ queryKey: ['slots'] })
        }}
      />
    )
  }
  return (
    <Page title={words('title')} heading={words('title')}>
      <p className="lead quiet">{words('lead')}</p>
      <Reading of={office}>
        {(card) =>
          card.appointments ? (
            <Reading of={slots}>
              {({ slots: free }) => (
                <Book slots={free} onBooked={(code, appointment) => setBooked({ code, appointment })} />
              )}
            </Reading>
          ) : (
            <p className="note">{words('callInstead')}</p>
          )
        }
      </Reading>
      {office.data?.appointments && <FindAgain onFound={(code, appointment) => setBooked({ code, appointment })} />}
      <OfficeCall />
    </Page>
  )
}

