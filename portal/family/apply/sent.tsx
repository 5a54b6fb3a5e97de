// What was sent, and what the office answered.
import { useTranslations } from 'use-intl'
import { Link } from 'wouter'
import { showDay } from '../../shared/dates'
import { useLanguage } from '../../shared/words/provider'
import { Page } from '../frame/page'
import { OfficeCall } from '../parts/office-call'
import type { PreApplication } from '../service'
import { CodeCard } from './code-card'
import { currentCode } from './draft'

const LOOKS = { come: 'green', mend: 'amber', elsewhere: 'amber' } as const

export function Sent({ draft }: { draft: PreApplication }) {
  const words = useTranslations('apply')
  const language = useLanguage()
  const code = currentCode()
  const reply = draft.reply
  return (
    <Page title={words('title')} heading={reply ? words(`outcome.${reply.outcome}`) : words('sent')} personal>
      {reply ? (
        <section className={`note ${LOOKS[reply.outcome]}`}>
          <p className="kai">{reply.text}</p>
          {draft.replied_on && <p className="small quiet">{showDay(draft.replied_on, language)}</p>}
        </section>
      ) : (
        <p className="note green">{words('sentHint')}</p>
      )}
      <p className="lead">{words('bring')}</p>
      {code && <CodeCard code={code} until={draft.kept_until} />}
      <Link className="button wide" href="/">
        {words('home')}
      </Link>
      <OfficeCall />
    </Page>
  )
}
