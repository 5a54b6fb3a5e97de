// What each institution was offered in a year, what it took, used and published: for the publication and for whoever audits.
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { service, type Schemas } from '../../shared/api/client'
import { take } from '../../shared/api/problem'
import { useDays } from '../parts/days'
import { PageHead } from '../parts/page'
import { Reading } from '../parts/reading'
import { TableSheet } from '../parts/table'
import { useYuan } from './words'

/** How many years can be looked back on. */
const YEARS = 10

export function DonationReport() {
  const words = useTranslations('donations.report')
  const { today } = useDays()
  const present = Number(today?.slice(0, 4) ?? new Date().getFullYear())
  const [year, setYear] = useState(present)
  const report = useQuery({ queryKey: ['lists', 'donation-report', year], queryFn: () => take(service.GET('/v1/donations/report', { params: { query: { year } } })) })
  return (
    <>
      <PageHead title={words('title')} tab={words('title')} below={words('hint')} above={<Link to="/donations">{words('ledger')}</Link>}>
        <button type="button" className="button" onClick={() => window.print()}>
          {words('print')}
        </button>
      </PageHead>
      <div className="filters">
        <label>
          <span>{words('year')}</span>
          <select className="input" value={year} onChange={(event) => setYear(Number(event.target.value))}>
            {Array.from({ length: YEARS }, (_, back) => present - back).map((each) => (
              <option key={each} value={each}>
                {each}
              </option>
            ))}
          </select>
        </label>
      </div>
      <Reading of={report}>
        {({ institutions }) => (
          <TableSheet title={words('title')} heads={[words('recipient'), words('offered'), words('received'), words('receivedMoney'), words('usedMoney'), words('unusedMoney'), words('changed'), words('published')]} empty={institutions.length === 0 ? words('none') : undefined} numbersFrom={1}>
            {institutions.map((line) => (
              <Institution key={line.recipient} line={line} />
            ))}
          </TableSheet>
        )}
      </Reading>
    </>
  )
}

function Institution({ line }: { line: Schemas['DonationYearLine'] }) {
  const yuan = useYuan()
  return (
    <tr>
      <td>{line.recipient}</td>
      <td className="number">{line.offered}</td>
      <td className="number">{line.received}</td>
      <td className="number nowrap">{yuan(line.received_fen)}</td>
      <td className="number nowrap">{yuan(line.used_fen)}</td>
      <td className="number nowrap">{yuan(line.unused_fen)}</td>
      <td className="number">{line.purpose_changes}</td>
      <td className="number">{line.published}</td>
    </tr>
  )
}
