// Who came forward on a public notice. A claim itself is raised in the case; here stands what became of the report.
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { service, type Schemas } from '../../shared/api/client'
import { take } from '../../shared/api/problem'
import { OperationForm } from '../acts/operation-form'
import { Dialog } from '../parts/dialog'
import { useNames } from '../parts/names'
import { Reading } from '../parts/reading'
import { Sheet } from '../parts/sheet'

type Report = Schemas['NoticeReportLine']

export const reportsQuery = queryOptions({ queryKey: ['lists', 'reports'], queryFn: () => take(service.GET('/v1/notice-reports')) })

export function Reports() {
  const words = useTranslations('counter')
  const queries = useQueryClient()
  const [open, setOpen] = useState<Report>()
  const list = useQuery(reportsQuery)
  return (
    <Sheet title={words('reports')}>
      <Reading of={list}>
        {({ reports }) =>
          reports.length === 0 ? (
            <p className="empty">{words('noReports')}</p>
          ) : (
            <ul className="body plain-list">
              {reports.map((report) => (
                <Line key={report.report} report={report} onSettle={() => setOpen(report)} />
              ))}
            </ul>
          )
        }
      </Reading>
      {open && (
        <Dialog title={words('settle')} onClose={() => setOpen(undefined)} wide>
          <p className="note notice">{words('claimFirst')}</p>
          <OperationForm
            operation="settle_notice_report"
            path={{ report: open.report }}
            what={words('settle')}
            onDone={() => {
              setOpen(undefined)
              void queries.invalidateQueries({ queryKey: ['lists', 'reports'] })
            }}
          />
        </Dialog>
      )}
    </Sheet>
  )
}

function Line({ report, onSettle }: { report: Report; onSettle: () => void }) {
  const words = useTranslations('counter')
  const names = useNames()
  return (
    <li>
      <b>{report.name}</b> <span className="quiet">{report.relation}</span> {report.telephone}{' '}
      <span className="micro">{report.received_at}</span>
      <p>{report.says}</p>
      <p className="small">
        <Link to="/cases/$id" params={{ id: report.case_id }}>
          {report.number ?? words('theCase')}
        </Link>
      </p>
      {report.settled ? (
        <p className="small">
          <span className="state done">{names.value('NoticeReportOutcome', report.settled.outcome)}</span> {report.settled.reason}
        </p>
      ) : (
        <button type="button" className="button low" onClick={onSettle}>
          {words('settle')}
        </button>
      )}
    </li>
  )
}
