// The whole way, what happened on it, and what comes after a registration.
import { useTranslations } from 'use-intl'
import type { Schemas } from '../../shared/api/client'
import { showDay } from '../../shared/dates'
import { useLanguage } from '../../shared/words/provider'

type FamilyPage = Schemas['FamilyPage']

export function Way({ steps }: { steps: FamilyPage['steps'] }) {
  const words = useTranslations('my')
  if (steps.length === 0) return null
  return (
    <>
      <h2>{words('way')}</h2>
      <section className="sheet body">
        <ol className="steps">
          {steps.map((step) => (
            <li className={step.state} key={step.title} aria-current={step.state === 'now' ? 'step' : undefined}>
              <b>{step.title}</b>
              <span className="unseen">{words(`step.${step.state}`)}</span>
              <p className="small quiet">{step.explained}</p>
            </li>
          ))}
        </ol>
      </section>
    </>
  )
}

export function History({ timeline, today }: { timeline: FamilyPage['timeline']; today: string }) {
  const words = useTranslations('my')
  const language = useLanguage()
  if (timeline.length === 0) return null
  return (
    <details className="sheet folded">
      <summary>{words('history', { count: timeline.length })}</summary>
      <ol className="history">
        {timeline.map((line, place) => (
          <li key={`${line.on}${place}`}>
            <time dateTime={line.on}>{showDay(line.on, language, today)}</time>
            <span>{line.sentence}</span>
          </li>
        ))}
      </ol>
    </details>
  )
}

export function Afterwards({ page }: { page: FamilyPage }) {
  const words = useTranslations('my')
  return (
    <>
      {page.afterwards.length > 0 && (
        <>
          <h2>{words('afterwards')}</h2>
          <section className="sheet rows">
            {page.afterwards.map((thing) => (
              <div className="row" key={thing.title}>
                <b>{thing.title}</b>
                <p className="small quiet">{thing.sentence}</p>
                {thing.article && <p className="cite">{thing.article}</p>}
              </div>
            ))}
          </section>
        </>
      )}
      {page.visits.length > 0 && (
        <>
          <h2>{words('visits')}</h2>
          <section className="sheet rows">
            {page.visits.map((visit) => (
              <div className="row pair" key={visit.number}>
                <span>{visit.sentence}</span>
                <span className={visit.made_on ? 'state done' : 'state'}>
                  {visit.made_on ? words('made') : words('toCome')}
                </span>
              </div>
            ))}
          </section>
        </>
      )}
    </>
  )
}
