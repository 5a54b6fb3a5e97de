// How the saving stands, in a line that is read out; and what to do when it failed.
import { useTranslations } from 'use-intl'
import { inBeijing, showInstant } from '../../shared/dates'
import { useLanguage } from '../../shared/words/provider'
import { Said } from '../parts/said'
import type { PreApplication } from '../service'
import type { Saving } from './saving'

export function Saved({ saving, draft }: { saving: Saving; draft: PreApplication }) {
  const words = useTranslations('apply')
  const language = useLanguage()
  if (saving.state === 'changed elsewhere') {
    return (
      <div className="note amber" role="alert">
        <p className="strong">{words('changedElsewhere')}</p>
        <div className="buttons">
          <button type="button" className="button wide" onClick={saving.again}>
            {words('keepMine')}
          </button>
          <button type="button" className="button wide" onClick={saving.takeTheirs}>
            {words('takeTheirs')}
          </button>
        </div>
      </div>
    )
  }
  if (saving.state === 'failed') {
    return (
      <>
        <Said error={saving.error} />
        <button type="button" className="button wide" onClick={saving.again}>
          {words('saveAgain')}
        </button>
      </>
    )
  }
  const isSaved = saving.state === 'saved'
  return (
    <p className={isSaved ? 'state done' : 'state going'} role="status">
      {isSaved ? words('saved', { at: showInstant(inBeijing(draft.saved_at), language) }) : words('savingNow')}
    </p>
  )
}
