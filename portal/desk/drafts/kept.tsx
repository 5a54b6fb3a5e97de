// The line below a form that says whether what was typed is kept, and the note above it where a draft was found again.
import { useTranslations } from 'use-intl'
import { ProblemError } from '../../shared/api/problem'
import type { Saving } from './draft'

export function Kept({ saving }: { saving: Saving | undefined }) {
  const words = useTranslations('drafts')
  if (!saving) return null
  return (
    <p className="small quiet kept" role="status">
      {saving.state === 'saved' && words('saved', { at: timeOf(saving.at) })}
      {saving.state === 'saving' && words('saving')}
      {saving.state === 'failed' && <span className="red">{words('failed', { why: saving.error instanceof ProblemError ? saving.error.problem.title : words('noAnswer') })}</span>}
    </p>
  )
}

export function Found({ at, onDrop }: { at: string; onDrop: () => void }) {
  const words = useTranslations('drafts')
  return (
    <div className="note notice">
      {words('found', { at: timeOf(at) })}{' '}
      <button type="button" className="link" onClick={onDrop}>
        {words('drop')}
      </button>
    </div>
  )
}

/** The day and the minute of `2026-03-02 09:30:00`, which is on the office's clock already. */
export function timeOf(at: string): string {
  return at.slice(0, 16)
}
