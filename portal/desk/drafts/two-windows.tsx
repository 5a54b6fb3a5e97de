// The same form was saved from another window of the same person: the two texts side by side, and what is chosen is saved.
import { useTranslations } from 'use-intl'
import type { Type } from '../acts/form/model'
import { rowsOf } from '../acts/merge/compare'
import { SideBySide, useSides } from '../acts/merge/side-by-side'
import { useDays } from '../parts/days'
import { Dialog } from '../parts/dialog'
import type { Twice } from './draft'

interface TwoWindowsProps {
  twice: Twice
  type: Type
  owner?: string
  /** The values of the form in a text that was kept. */
  valuesIn: (form: string) => unknown
  onChosen: (values: unknown) => void
}

export function TwoWindows({ twice, type, owner, valuesIn, onChosen }: TwoWindowsProps) {
  const words = useTranslations('drafts')
  const { written } = useDays()
  const mine = valuesIn(twice.mine)
  const rows = rowsOf(type, { was: twice.was && valuesIn(twice.was), theirs: valuesIn(twice.theirs.form), mine }, owner)
  const chosen = useSides(rows)
  return (
    <Dialog title={words('twiceTitle')} wide>
      <p>{words('twiceHint', { at: written(twice.theirs.saved_at) })}</p>
      <SideBySide rows={rows} titles={{ theirs: words('otherWindow'), mine: words('thisWindow') }} chosen={chosen} />
      {rows.length === 0 && <p className="quiet">{words('twiceSame')}</p>}
      <div className="form-foot">
        <button type="button" className="button primary" autoFocus onClick={() => onChosen(chosen.compose(mine))}>
          {words('saveChosen')}
        </button>
      </div>
    </Dialog>
  )
}
