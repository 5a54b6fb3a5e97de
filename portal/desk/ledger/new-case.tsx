// The way to a new application, for whoever takes them in.
import { Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { Icon } from '../frame/icon'
import { useMe } from '../session/state'

export function NewCase() {
  const words = useTranslations('today')
  if (!useMe()?.roles.includes('registrar')) return null
  return (
    <Link to="/intake" className="button primary">
      <Icon name="plus" /> {words('intake')} <kbd aria-hidden="true">N</kbd>
    </Link>
  )
}
