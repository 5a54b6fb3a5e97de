// The first page: what an adoption needs, and what can be done here.
import { useTranslations } from 'use-intl'
import { Link } from 'wouter'
import { Page } from '../frame/page'
import { Icon } from '../frame/icon'

const STEPS = ['papers', 'notice', 'assessment', 'hearing', 'decision', 'registration'] as const

export function Landing() {
  const words = useTranslations('landing')
  return (
    <Page title={words('title')} heading={words('heading')}>
      <p className="quiet lead">{words('lead')}</p>
      <div className="buttons">
        <Link className="button primary wide" href="/my">
          {words('my')}
        </Link>
      </div>
      <p className="note green">
        <b>{words('free')}</b>
        {words('noGifts')}
      </p>
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
      <section className="sheet rows">
        <Link className="row" href="/verify">
          <span>
            {words('links.verify.title')}
            <br />
            <span className="small quiet">{words('links.verify.hint')}</span>
          </span>
          <Icon name="on" />
        </Link>
      </section>
    </Page>
  )
}
