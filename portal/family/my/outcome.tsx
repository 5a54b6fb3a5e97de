// How a case ended without a registration: why, by which article, what can be done and until when.
import { useTranslations } from 'use-intl'
import type { Schemas } from '../../shared/api/client'
import { Icon } from '../frame/icon'

export function Outcome({ outcome }: { outcome: Schemas['FamilyOutcome'] }) {
  const words = useTranslations('my')
  return (
    <section>
      <p className="note red">
        <b>{outcome.sentence}</b>
      </p>
      {outcome.reasons.length > 0 && (
        <>
          <h2>{words('reasons')}</h2>
          <div className="sheet rows">
            {outcome.reasons.map((one) => (
              <div className="row" key={`${one.reason}${one.article}`}>
                <p>{one.reason}</p>
                <p className="cite">{one.article}</p>
              </div>
            ))}
          </div>
        </>
      )}
      {outcome.remedies.length > 0 && (
        <>
          <h2>{words('remedies')}</h2>
          <div className="sheet rows">
            {outcome.remedies.map((one) => (
              <div className="row" key={one.sentence}>
                <p>
                  <b>{one.sentence}</b>
                </p>
                <p className="small quiet">{one.place}</p>
                <p className="small strong">{one.until_sentence}</p>
                <p className="cite">{one.article}</p>
              </div>
            ))}
          </div>
        </>
      )}
      {outcome.papers.length > 0 && (
        <>
          <h2>{words('papersBack')}</h2>
          <ul className="sheet body papers">
            {outcome.papers.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </>
      )}
      <button type="button" className="button wide" onClick={() => window.print()}>
        <Icon name="print" />
        {words('print')}
      </button>
    </section>
  )
}
