// What the pages of one part of an assessment by points have in common: the part of the address with its task, the way
// back, and the notes on what was written meanwhile.
import { Link, useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { NotFound } from '../parts/not-found'
import { Reading } from '../parts/reading'
import { PARTS, scoredOf, useTask, type Part, type Scored, type Sheet, type Task } from './read'

export interface PartOfTask {
  id: string
  part: Part
  task: Task
  scored: Scored
}

/** Reads the task of the address; what is no part of an assessment by points is not there. */
export function OfPart({ children }: { children: (of: PartOfTask) => ReactNode }) {
  const { id = '', part: word } = useParams({ strict: false })
  const read = useTask(id)
  const part = PARTS.find((each) => each === word)
  return (
    <Reading of={read} page>
      {(task) => {
        const scored = task ? scoredOf(task) : undefined
        return task && scored && part ? children({ id, part, task, scored }) : <NotFound />
      }}
    </Reading>
  )
}

export function BackToTask({ id }: { id: string }) {
  const words = useTranslations('assess')
  return (
    <Link to="/tasks/$id" params={{ id }}>
      ‹ {words('backToTask')}
    </Link>
  )
}

/** What was written on an older revision is looked at before anything else. */
export function BesideFirst({ id, part, own }: { id: string; part: Part; own: Sheet | undefined }) {
  const words = useTranslations('assess')
  if (!own || own.beside.length === 0) return null
  return (
    <p className="note amber">
      {words('besideFirst')}{' '}
      <Link to="/tasks/$id/beside/$part" params={{ id, part }}>
        {words('compare')}
      </Link>
    </p>
  )
}

/** Somebody acted on the case meanwhile: it is read again before one goes on. */
export function ChangedMeanwhile({ onReadAgain }: { onReadAgain: () => void }) {
  const words = useTranslations('assess')
  return (
    <p className="note amber" role="alert">
      {words('changedMeanwhile')}{' '}
      <button type="button" className="link" onClick={onReadAgain}>
        {words('readAgain')}
      </button>
    </p>
  )
}
