// The years' calendars: which edition periods are counted with, and the import of the next.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { service } from '../../shared/api/client'
import { take } from '../../shared/api/problem'
import { useMessage } from '../../shared/words/provider'
import { OperationForm } from '../acts/operation-form'
import { Dialog } from '../parts/dialog'
import { useDays } from '../parts/days'
import { PageHead } from '../parts/page'
import { Reading } from '../parts/reading'

export function Calendars() {
  const words = useTranslations('calendars')
  const message = useMessage()
  const { day } = useDays()
  const queries = useQueryClient()
  const [open, setOpen] = useState<'import' | number>()
  const calendars = useQuery({ queryKey: ['calendars'], queryFn: () => take(service.GET('/v1/office/calendars')) })
  const done = () => {
    setOpen(undefined)
    void queries.invalidateQueries()
  }
  return (
    <>
      <PageHead title={words('title')} tab={words('title')} below={words('hint')}>
        <button type="button" className="button primary" onClick={() => setOpen('import')}>
          {words('import')}
        </button>
      </PageHead>
      <Reading of={calendars}>
        {({ editions, warnings }) => (
          <>
            {warnings.map((warning) => (
              <p key={warning.year} className="note amber notice">
                {message(warning.message)}
              </p>
            ))}
            <div className="sheet scroller" role="region" aria-label={words('title')} tabIndex={0}>
              <table>
                <caption className="unseen">{words('title')}</caption>
                <thead>
                  <tr>
                    <th scope="col">{words('year')}</th>
                    <th scope="col">{words('source')}</th>
                    <th scope="col" className="number">
                      {words('days')}
                    </th>
                    <th scope="col">{words('imported')}</th>
                    <th scope="col">{words('state')}</th>
                    <th scope="col">
                      <span className="unseen">{words('withdraw')}</span>
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {editions.map((edition) => (
                    <tr key={edition.number}>
                      <td>{edition.year}</td>
                      <td>{edition.source}</td>
                      <td className="number">{Object.keys(edition.days).length}</td>
                      <td>{edition.imported_on ? day(edition.imported_on) : words('withProgram')}</td>
                      <td>
                        <span className={edition.in_force ? (edition.provisional ? 'state warn' : 'state done') : 'state off'}>{edition.in_force ? (edition.provisional ? words('provisional') : words('inForce')) : words('over')}</span>
                      </td>
                      <td className="right">
                        {edition.in_force && edition.imported_on && (
                          <button type="button" className="button low" onClick={() => setOpen(edition.number)}>
                            {words('withdraw')}
                          </button>
                        )}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          </>
        )}
      </Reading>
      {open !== undefined && (
        <Dialog title={open === 'import' ? words('import') : words('withdraw')} onClose={() => setOpen(undefined)} wide>
          {open === 'import' ? (
            <OperationForm operation="import_calendar" what={words('import')} onDone={done} />
          ) : (
            <OperationForm operation="withdraw_calendar" path={{ edition: String(open) }} what={words('withdraw')} onDone={done} />
          )}
        </Dialog>
      )}
    </>
  )
}
