// What reaches the counter from outside before there is a case, or beside one: who comes today, what families sent to be
// looked at, and who came forward on a public notice.
import { queryOptions, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { service } from '../../shared/api/client'
import { take } from '../../shared/api/problem'
import { DayField } from './day'
import { PageHead } from '../parts/page'
import { Reading, Together } from '../parts/reading'
import { Sheet } from '../parts/sheet'
import { useDays } from '../parts/days'
import { Beforehand, beforehandQuery } from './beforehand'
import { Reports, reportsQuery } from './reports'

export function Counter() {
  const words = useTranslations('counter')
  const { today } = useDays()
  const lists = [useQuery(beforehandQuery), useQuery(reportsQuery), useQuery(appointmentsQuery(today ?? ''))]
  return (
    <>
      <PageHead title={words('title')} tab={words('title')} />
      <Together of={lists}>
        <div className="columns">
          <div className="stack">
            <Beforehand />
            <Reports />
          </div>
          <div className="stack side-column">
            <Appointments />
          </div>
        </div>
      </Together>
    </>
  )
}

const appointmentsQuery = (day: string) =>
  queryOptions({
    queryKey: ['lists', 'appointments', day],
    enabled: day !== '',
    queryFn: () => take(service.GET('/v1/appointments', { params: { query: { day } } })),
  })

function Appointments() {
  const words = useTranslations('counter')
  const { today, weekday } = useDays()
  const [chosen, setChosen] = useState<string>()
  const day = chosen ?? today ?? ''
  const list = useQuery(appointmentsQuery(day))
  return (
    <Sheet title={words('appointments')}>
      <div className="body">
        <DayField label={words('day')} value={day} onChange={setChosen} />
        <Reading of={list}>
          {({ day: of, appointments }) => (
            <>
              <p className="small quiet">{weekday(of)}</p>
              {appointments.length === 0 && <p className="quiet">{words('nobody')}</p>}
              <ul className="plain-list">
                {appointments.map((one) => (
                  <li key={`${one.from}${one.telephone}`}>
                    <b className="number-text">{one.from}</b> {one.name} <span className="quiet">{one.telephone}</span>
                    <p className="small">{one.matter}</p>
                  </li>
                ))}
              </ul>
            </>
          )}
        </Reading>
      </div>
    </Sheet>
  )
}
