// Whose case it is, in one line: the adopters, the child. Legal names are set in Song.
import { useTranslations } from 'use-intl'
import type { CaseView } from './read'

export function namesOf(view: CaseView): { adopters: string[]; child: string } {
  if (view.view === 'follow_up') return { adopters: view.names, child: view.child.name }
  return { adopters: view.adopters.map(({ name }) => name), child: view.child.name }
}

export function CaseHead({ view, large }: { view: CaseView; large?: boolean }) {
  const words = useTranslations('case')
  const { adopters, child } = namesOf(view)
  return (
    <span className={large ? 'song case-large' : 'song'}>
      {adopters.join(words('comma'))} <span className="quiet adopts">{words('adopts', { count: adopters.length })}</span> {child} <span className="micro">{view.number}</span>
    </span>
  )
}
