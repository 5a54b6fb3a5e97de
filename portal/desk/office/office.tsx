// The office, and the numbers it configures within the bounds of the law; each change is logged.
import { useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { OperationForm } from '../acts/operation-form'
import { useMessage } from '../../shared/words/provider'
import { say, useNotice } from '../parts/notice'
import { PageHead } from '../parts/page'
import { Sheet } from '../parts/sheet'
import { useMe, useOffice } from '../session/state'

export function OfficePage() {
  const words = useTranslations('office')
  const message = useMessage()
  const office = useOffice()
  const me = useMe()
  const queries = useQueryClient()
  const notice = useNotice('office')
  if (!office) return null
  const { name, address, telephone, division, fonds } = office.office
  return (
    <>
      <PageHead title={words('title')} tab={words('title')} />
      {notice && (
        <p className="note green notice" role="status">
          {notice}
        </p>
      )}
      {office.calendar_warnings.map((warning) => (
        <p key={warning.year} className="note amber notice">
          {message(warning.message)}
        </p>
      ))}
      <div className="stack">
        <Sheet title={name}>
          <dl className="body pairs">
            <dt>{words('address')}</dt>
            <dd>{address}</dd>
            <dt>{words('telephone')}</dt>
            <dd>{telephone}</dd>
            <dt>{words('division')}</dt>
            <dd>{division}</dd>
            <dt>{words('fonds')}</dt>
            <dd>{fonds}</dd>
          </dl>
        </Sheet>
        {me?.roles.includes('administrator') && (
          <Sheet title={words('rules')}>
            <div className="body">
              <OperationForm
                operation="change_office_rules"
                what={words('rules')}
                start={office.rules}
                onDone={() => {
                  say('office', words('changed'))
                  void queries.invalidateQueries({ queryKey: ['office'] })
                  window.scrollTo(0, 0)
                }}
              />
            </div>
          </Sheet>
        )}
      </div>
    </>
  )
}
