// The first page: what an adoption needs, what it costs, what to prepare, whom to call.
import { useTranslations } from 'use-intl'
import { Link } from 'wouter'
import { Page } from '../frame/page'
import { Icon } from '../frame/icon'
import { Bars } from '../../shared/parts/bars'
import { OfficeCall } from '../parts/office-call'
import { OTHER, USUAL } from '../parts/kinds'
import { useOffice, type ChildKind, type Office } from '../service'

const LINKS = ['apply', 'visit', 'notices', 'verify'] as const
const STEPS = ['papers', 'notice', 'assessment', 'hearing', 'decision', 'registration'] as const

export function Landing() {
  const words = useTranslations('landing')
  const asked = useOffice()
  return (
    <Page title={words('title')} heading={words('heading')}>
      <p className="quiet lead">{words('lead')}</p>
      <div className="buttons">
        <Link className="button primary wide" href="/ask">
          {words('ask')}
        </Link>
        <Link className="button wide" href="/my">
          {words('my')}
        </Link>
      </div>
      {asked.isPending ? <Bars rows={6} /> : <Below office={asked.data} />}
    </Page>
  )
}

/** What says something of the office, and what is below it: drawn once, so that nothing moves under a finger. */
function Below({ office }: { office: Office | undefined }) {
  const words = useTranslations('landing')
  return (
    <>
      {office?.practice && <p className="note amber">{words('practice')}</p>}
      <section className="note green">
        <p>
          <b>{words('free')}</b>
          {words('noGifts')}
          {office && words('report', { telephone: office.telephone })}
        </p>
      </section>
      <h2>{words('way')}</h2>
      <section className="sheet body">
        <ol className="steps">
          {STEPS.map((step) => (
            <li key={step}>
              <b>{words(`steps.${step}.title`)}</b>
              <p className="small quiet">{words(`steps.${step}.explained`)}</p>
            </li>
          ))}
        </ol>
      </section>
      <h2>{words('papers')}</h2>
      <section className="sheet rows">
        {USUAL.map((kind) => (
          <Kind kind={kind} key={kind} />
        ))}
        <details className="row others">
          <summary>{words('others')}</summary>
          {OTHER.map((kind) => (
            <Kind kind={kind} key={kind} />
          ))}
        </details>
      </section>
      <h2>{words('more')}</h2>
      <section className="sheet rows">
        {LINKS.map((link) => (
          <Link className="row" href={`/${link}`} key={link}>
            <span>
              {words(`links.${link}.title`)}
              <br />
              <span className="small quiet">{words(`links.${link}.hint`)}</span>
            </span>
            <Icon name="on" />
          </Link>
        ))}
      </section>
      <OfficeCall />
    </>
  )
}

function Kind({ kind }: { kind: ChildKind }) {
  const words = useTranslations('landing')
  return (
    <Link className="row" href={`/guide/${kind}`}>
      <span>
        {words(`kinds.${kind}.title`)}
        <br />
        <span className="small quiet">{words(`kinds.${kind}.hint`)}</span>
      </span>
      <Icon name="on" />
    </Link>
  )
}
