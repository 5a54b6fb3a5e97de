// Whom to call, always in the same place: at the end of a page.
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { Icon } from '../frame/icon'

export function Call({ telephone, title, children }: { telephone: string; title?: string; children?: ReactNode }) {
  const words = useTranslations('frame')
  return (
    <section className="sheet call" aria-label={words('call')}>
      <Icon name="call" />
      <div>
        <p className="small quiet">{title ?? words('call')}</p>
        <p>
          <a className="telephone" href={`tel:${telephone.replace(/[^\d+]/g, '')}`}>
            {telephone}
          </a>
        </p>
        {children}
      </div>
    </section>
  )
}
