// Says that there is no network; what was typed stays on the page.
import { useRouterState } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { useOnline } from '../assess/device/network'

export function Offline() {
  const words = useTranslations('shared.problem')
  const online = useOnline()
  // An assessor's pages go on without one, and say so themselves.
  const goesOn = useRouterState({ select: ({ location }) => location.pathname.startsWith('/tasks') })
  return (
    <div role="status">
      {!online && !goesOn && (
        <p className="band amber">
          <b>{words('noAnswer')}</b> {words('noAnswerHint')}
        </p>
      )}
    </div>
  )
}
