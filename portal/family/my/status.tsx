// The page of answers: where it stands, who acts next, by when, what is wanted, the way, what happened, what comes after.
import { useTranslations } from 'use-intl'
import type { Schemas } from '../../shared/api/client'
import { showDay } from '../../shared/dates'
import { useLanguage } from '../../shared/words/provider'
import { Page } from '../frame/page'
import { Call } from '../parts/call'
import { Asked } from './asked'
import { Outcome } from './outcome'
import { Afterwards, History, Way } from './way'

type FamilyPage = Schemas['FamilyPage']

export function Status({ page }: { page: FamilyPage }) {
  const words = useTranslations('my')
  return (
    <Page
      title={words('title')}
      heading={page.where_it_stands}
      above={<p className="small quiet number">{page.number}</p>}
      personal
    >
      {page.explained.map((sentence) => (
        <p className="lead" key={sentence}>
          {sentence}
        </p>
      ))}
      <Next page={page} />
      {page.outcome && <Outcome outcome={page.outcome} />}
      <Asked asked={page.asked_of_you} received={page.received} />
      <Way steps={page.steps} />
      <Afterwards page={page} />
      <History timeline={page.timeline} today={page.today} />
      {page.good_to_know.length > 0 && (
        <section className="note after">
          {page.good_to_know.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </section>
      )}
      <Call telephone={page.contact.telephone} title={page.contact.sentence}>
        <p className="small quiet">{words('officer', { office: page.contact.office, officer: page.contact.officer })}</p>
        <p className="small quiet">{page.contact.address}</p>
      </Call>
    </Page>
  )
}

function Next({ page }: { page: FamilyPage }) {
  const words = useTranslations('my')
  const language = useLanguage()
  const hasDay = page.latest.on !== null && page.latest.on !== undefined
  // Where all is done, nobody waits for a day.
  if (page.next.who === 'nobody' && !hasDay && !page.outcome) return null
  return (
    <section className="sheet rows next">
      {page.next.who !== 'nobody' && (
        <div className="row">
          <h2 className="label">{words('next')}</h2>
          <p>{page.next.sentence}</p>
        </div>
      )}
      <div className="row">
        <h2 className="label">{words(page.outcome ? 'until' : 'latest')}</h2>
        {page.latest.on && !page.outcome ? (
          <p className="song deciding">
            <time dateTime={page.latest.on}>{showDay(page.latest.on, language)}</time>
          </p>
        ) : (
          <p>{page.latest.sentence}</p>
        )}
        {page.latest.on && !page.outcome && (
          <details>
            <summary>{words('counted')}</summary>
            <p className="small">{page.latest.sentence}</p>
            {page.latest.counted.map((line) => (
              <p className="small quiet" key={line}>
                {line}
              </p>
            ))}
          </details>
        )}
      </div>
    </section>
  )
}
