// What waits on this device for the service, in the order in which it was done: what it is, how it stands, and what its
// assessor can do about it. What arrived goes from here by itself.
import { useTranslations } from 'use-intl'
import { PageHead } from '../parts/page'
import { useWaiting } from './device/waiting'
import { WaitingLine } from './waiting-line'
import './assess.css'

export function WaitingPage() {
  const words = useTranslations('assess')
  const waiting = useWaiting()
  return (
    <>
      <PageHead title={words('waitingTitle')} tab={words('waitingTitle')} below={words('waitingHint')} />
      {waiting.length === 0 ? (
        <p className="sheet empty">{words('nothingWaits')}</p>
      ) : (
        <ol className="sheet waiting">
          {waiting.map((each) => (
            <WaitingLine key={each.id} each={each} />
          ))}
        </ol>
      )}
    </>
  )
}

/** Those of one task, among its own pages. */
export function WaitingOf({ id }: { id: string }) {
  const words = useTranslations('assess')
  const here = useWaiting().filter((each) => each.case === id)
  if (here.length === 0) return null
  return (
    <section className="sheet" aria-label={words('waitingTitle')}>
      <header>
        <h2>{words('waitingTitle')}</h2>
      </header>
      <ol className="waiting">
        {here.map((each) => (
          <WaitingLine key={each.id} each={each} />
        ))}
      </ol>
    </section>
  )
}
