// What is wanted from the family, person by person: what, how, why, and how it stands.
import { useTranslations } from 'use-intl'
import { Link } from 'wouter'
import type { Schemas } from '../../shared/api/client'

type FamilyAsked = Schemas['FamilyAsked']

const SHAPES = { wanted: '', bring_again: 'bad', being_checked: 'going' } as const

export function Asked({ asked, received }: { asked: FamilyAsked[]; received: string[] }) {
  const words = useTranslations('my')
  return (
    <>
      {asked.length > 0 && (
        <>
          <h2>
            {words('asked')} <span className="quiet count">{words('count', { count: asked.length })}</span>
          </h2>
          <section className="sheet rows">
            {groups(asked).map(([whose, things], place, all) => {
              const list = things.map((thing) => <Thing thing={thing} key={`${thing.what}${thing.how}`} />)
              if (place > 0 && isSame(things, all[place - 1]?.[1])) {
                return (
                  <details className="row same" key={whose}>
                    <summary>{words('alsoAsked', { whose: whose || words('both'), count: things.length })}</summary>
                    {list}
                  </details>
                )
              }
              return (
                <section key={whose}>
                  <h3 className={whose ? 'row song' : 'row'}>{whose || words('both')}</h3>
                  {list}
                </section>
              )
            })}
            {asked.some((thing) => thing.state !== 'being_checked') && (
              <div className="row">
                <Link className="button primary wide" href="/visit">
                  {words('visit')}
                </Link>
              </div>
            )}
          </section>
        </>
      )}
      {received.length > 0 && (
        <details className="sheet folded">
          <summary>{words('received', { count: received.length })}</summary>
          <ul>
            {received.map((paper) => (
              <li className="state done" key={paper}>
                {paper}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

function Thing({ thing }: { thing: FamilyAsked }) {
  const words = useTranslations('my')
  return (
    <div className="row thing">
      <div className="pair">
        <b>{thing.what}</b>
        <span className={`state ${SHAPES[thing.state]}`}>{thing.state_sentence}</span>
      </div>
      <p className="small quiet">{thing.how}</p>
      {thing.reason && <p className="small red">{thing.reason}</p>}
      <details>
        <summary>{words('why')}</summary>
        <p className="small">{thing.why}</p>
        <p className="cite">{thing.article}</p>
      </details>
    </div>
  )
}

/** In the order the service has them: first whose the first thing is. */
function groups(asked: FamilyAsked[]): [string, FamilyAsked[]][] {
  const found = new Map<string, FamilyAsked[]>()
  for (const thing of asked) {
    const whose = thing.whose ?? ''
    found.set(whose, [...(found.get(whose) ?? []), thing])
  }
  return [...found]
}

/** Whether two people are asked for the same things, and none of them needs another look. */
function isSame(things: FamilyAsked[], others: FamilyAsked[] | undefined): boolean {
  const list = (all: FamilyAsked[]) => all.map((one) => `${one.what} ${one.how} ${one.state}`).join('\n')
  return others !== undefined && list(things) === list(others) && things.every((one) => one.state === 'wanted')
}
