// The first page of a family: what can be done here.
import { useTranslations } from 'use-intl'

export function Landing() {
  const words = useTranslations('landing')
  return (
    <main>
      <h1>{words('title')}</h1>
    </main>
  )
}
