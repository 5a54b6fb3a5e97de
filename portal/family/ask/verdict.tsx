// What the service says of the facts, to read and to print: the verdict, every reason with its article, the papers.
import { useTranslations } from 'use-intl'
import { Link } from 'wouter'
import { showDay } from '../../shared/dates'
import { useLanguage } from '../../shared/words/provider'
import { Icon } from '../frame/icon'
import { Page } from '../frame/page'
import { Call } from '../parts/call'
import type { Eligibility, Office } from '../service'
import type { Answers, Step } from './answers'
import { Earlier } from './earlier'

interface Shape {
  verdict: Eligibility
  office: Office
  answered: Step[]
  answers: Answers
  change: (place: number) => void
  anew: () => void
}

const LOOKS = { barred: 'red', elsewhere: 'amber', may_proceed: 'green' } as const

export function Verdict({ verdict, office, answered, answers, change, anew }: Shape) {
  const words = useTranslations('ask')
  const language = useLanguage()
  const nameOf = usePaperNames()
  return (
    <Page title={words('title')} heading={words(`verdict.${verdict.verdict}`)}>
      <section className={`note ${LOOKS[verdict.verdict]}`}>
        <p>{words(`meaning.${verdict.verdict}`)}</p>
      </section>
      {verdict.findings.length > 0 && (
        <>
          <h2>{words('findings')}</h2>
          <section className="sheet rows">
            {verdict.findings.map((finding) => (
              <div className="row" key={`${finding.rule}${finding.fields.join()}`}>
                <p>{finding.message}</p>
                <p className="cite">{finding.citation}</p>
              </div>
            ))}
          </section>
        </>
      )}
      {verdict.documents && verdict.documents.length > 0 && (
        <>
          <h2>
            {words('papers')} <span className="quiet count">{words('count', { count: verdict.documents.length })}</span>
          </h2>
          <section className="sheet body">
            <ul className="papers">
              {verdict.documents.map((paper) => (
                <li key={paper}>{nameOf(paper)}</li>
              ))}
            </ul>
          </section>
        </>
      )}
      <Further verdict={verdict} />
      <h2>{words('yourAnswers')}</h2>
      <Earlier steps={answered} answers={answers} office={office} change={change} all />
      <p className="small quiet">{words('onlyAdvice', { day: showDay(office.today, language), office: office.name })}</p>
      <div className="buttons">
        <button type="button" className="button primary wide" onClick={() => window.print()}>
          <Icon name="print" />
          {words('print')}
        </button>
        <button type="button" className="button wide" onClick={anew}>
          {words('anew')}
        </button>
        <Link className="button wide" href="/">
          {words('home')}
        </Link>
      </div>
      <Call telephone={office.telephone} />
    </Page>
  )
}

/** What else follows from the facts, where it does. */
function Further({ verdict }: { verdict: Eligibility }) {
  const words = useTranslations('ask')
  const lines = [
    verdict.public_notice && words('publicNotice'),
    words(`assessment.${verdict.assessment}`),
    verdict.child_consent_needed && words('childConsent'),
    verdict.competent_level !== 'county' && words(`level.${verdict.competent_level}`),
    ...verdict.warnings.map((warning) => warning.message),
  ].filter((line): line is string => Boolean(line))
  return (
    <>
      <h2>{words('further')}</h2>
      <section className="sheet body">
        <ul className="papers">
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
          {[...new Set(verdict.waived.flatMap((waived) => waived.citations))].map((citation) => (
            <li key={citation}>{words('waived', { article: citation })}</li>
          ))}
        </ul>
      </section>
    </>
  )
}

/** The service names a paper by a word such as `adopter.health_certificate`. */
function usePaperNames(): (paper: string) => string {
  const words = useTranslations('ask')
  return (paper) => {
    const key = `documents.${paper}` as 'documents.adopter.health_certificate'
    return words.has(key) ? words(key) : paper
  }
}
