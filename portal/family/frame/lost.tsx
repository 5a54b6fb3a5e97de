// An address that leads nowhere.
import { useTranslations } from 'use-intl'
import { Link } from 'wouter'
import { Page } from './page'

export function Lost() {
  const words = useTranslations('frame')
  return (
    <Page title={words('lost')} heading={words('lost')}>
      <p className="quiet">{words('lostHint')}</p>
      <Link className="button primary wide" href="/">
        {words('home')}
      </Link>
    </Page>
  )
}
