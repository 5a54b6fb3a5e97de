// The page for an address that is none, and for what one may not see: the same.
import { Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { PageHead } from './page'

export function NotFound() {
  const words = useTranslations('shared.problem')
  const frame = useTranslations('frame')
  return (
    <>
      <PageHead title={words('absent')} tab={words('absent')} />
      <Link to="/" className="button">
        {frame('first')}
      </Link>
    </>
  )
}
