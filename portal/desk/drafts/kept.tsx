// The line below a form that says whether what was typed is kept, and the note above it where a draft was found again.
import { useTranslations } from 'use-intl'
import { ProblemError } from '../../shared/api/problem'
import { useDays } from '../parts/days'
import type { Saving } from './draft'
import { TwiceError } from './write'

export function Kept({ saving, onDevice }: { saving: Saving | undefined; onDevice?: boolean | undefined }) {
  const words = useTranslations('drafts')
  const { written } = useDays()
  if (!saving) return null
  return (
    <p className="small quiet kept" role="status">
      {saving.state === 'saved' && words('saved', { at: written(saving.at) })}
      {saving.state === 'saving' && words('saving')}
      {saving.state === 'failed' && <Failed error={saving.error} onDevice={onDevice} />}
    </p>
  )
}

function Failed({ error, onDevice }: { error: unknown; onDevice: boolean | undefined }) {
  const words = useTranslations('drafts')
  if (error instanceof TwiceError) return <span className="red">{words('failed', { why: words('twice') })}</span>
  if (error instanceof ProblemError) return <span className="red">{words('failed', { why: error.problem.title })}</span>
  return onDevice ? words('onDevice') : <span className="red">{words('failed', { why: words('noAnswer') })}</span>
}

export function Found({ at, onDrop }: { at: string; onDrop: () => void }) {
  const words = useTranslations('drafts')
  const { written } = useDays()
  return (
    <div className="note notice">
      {words('found', { at: written(at) })}{' '}
      <button type="button" className="link" onClick={onDrop}>
        {words('drop')}
      </button>
    </div>
  )
}
