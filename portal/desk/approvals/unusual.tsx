// What is out of the ordinary in a case, first on the page of its approval: what happened, and which conditions were waived by
// which article.
import { useTranslations } from 'use-intl'
import { useMessage } from '../../shared/words/provider'
import { useDays } from '../parts/days'
import { Sheet } from '../parts/sheet'
import type { Summary } from './summary'

/** What speaks against the adoption stands out; the rest has only to be known. */
const GRAVE = new Set<Summary['unusual'][number]['kind']>(['negative_report', 'incident', 'claim', 'adverse_check', 'death', 'integration_broken'])

export function Unusual({ summary }: { summary: Summary }) {
  const words = useTranslations('approvals')
  const message = useMessage()
  const { day } = useDays()
  // The exemptions are told below with the words of the condition.
  const lines = summary.unusual.filter(({ kind }) => kind !== 'exemption')
  return (
    <Sheet title={words('unusual')}>
      <ul className="body plain-list">
        {lines.map((line) => (
          <li key={line.text.zh} className={GRAVE.has(line.kind) ? 'note red' : 'note amber'}>
            {message(line.text)} {line.on && <span className="small quiet">{day(line.on)}</span>}
          </li>
        ))}
        {summary.exemptions.map((exemption) => (
          <li key={exemption.condition} className="note">
            <b>{words('exempt')}</b> {exemption.statement && message(exemption.statement)} <span className="micro">{exemption.citation}</span>
          </li>
        ))}
        {lines.length + summary.exemptions.length === 0 && <li className="quiet">{words('nothingUnusual')}</li>}
      </ul>
    </Sheet>
  )
}
