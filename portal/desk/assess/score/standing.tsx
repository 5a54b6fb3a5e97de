// Where the sheet lies just now: on this device alone, or with the service, and as which revision.
import { useTranslations } from 'use-intl'
import { useDays } from '../../parts/days'
import type { Draft } from '../device/drafts'
import type { Sheet } from '../read'

export function Standing({ own, draft }: { own: Sheet | undefined; draft: Draft | undefined }) {
  const words = useTranslations('assess')
  const { instant } = useDays()
  return (
    <p className="standing small" role="status">
      {draft ? (
        <span className="state warn">{words('onDevice', { at: instant(draft.at) })}</span>
      ) : own ? (
        <span className="state done">{words('withService', { revision: own.revision })}</span>
      ) : (
        <span className="quiet">{words('nothingYet')}</span>
      )}
    </p>
  )
}
