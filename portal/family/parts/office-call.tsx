// The office's telephone, address and hours, as the office has stated them.
import { useTranslations } from 'use-intl'
import { useOffice } from '../service'
import { Call } from './call'

export function OfficeCall() {
  const words = useTranslations('frame')
  const office = useOffice().data
  if (!office) return null
  const hours = office.hours.map((span) => `${clock(span.from)}—${clock(span.until)}`)
  return (
    <Call telephone={office.telephone}>
      {hours.length > 0 && <p className="small quiet">{words('hours', { hours: hours.join(words('and')) })}</p>}
      <p className="small quiet">{office.address}</p>
    </Call>
  )
}

/** `09:30` as it is said: 9:30. */
function clock(time: string): string {
  return time.replace(/^0/, '')
}
