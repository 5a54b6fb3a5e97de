// A session that ended while a page was open: signing in as a dialog over it, so that what was typed stays. Somebody
// else gets a fresh page.
import { useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { Dialog } from '../parts/dialog'
import { Practice } from './practice'
import { SignInForm } from './sign-in-form'
import { ME, type Me } from './state'

export function useCameBack(): () => Promise<void> {
  const queries = useQueryClient()
  return async () => {
    const before = queries.getQueryData<Me>(ME.queryKey)
    const me = await queries.fetchQuery({ ...ME, staleTime: 0 })
    if (before && before.id !== me.id) window.location.assign('/desk/')
    else await queries.invalidateQueries()
  }
}

export function SessionEnded() {
  const words = useTranslations('session')
  const back = useCameBack()
  const done = () => void back()
  return (
    <Dialog title={words('ended')}>
      <p className="quiet">{words('endedHint')}</p>
      <SignInForm onDone={done} />
      <Practice onDone={done} />
    </Dialog>
  )
}
