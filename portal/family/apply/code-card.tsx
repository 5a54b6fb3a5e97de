// The code by which a draft is found again, large enough to write down, and until when.
import { useTranslations } from 'use-intl'
import { showDay } from '../../shared/dates'
import { useLanguage } from '../../shared/words/provider'

export function CodeCard({ code, until }: { code: string; until: string | null | undefined }) {
  const words = useTranslations('apply')
  const language = useLanguage()
  return (
    <section className="sheet body code-card" aria-label={words('code')}>
      <p className="small quiet">{words('yourCode')}</p>
      <p className="big-code">{code}</p>
      <p className="small quiet">{until ? words('writeDown', { day: showDay(until, language) }) : words('writeDownOnly')}</p>
    </section>
  )
}
