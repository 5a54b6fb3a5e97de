// Where the two parts of the points stand: one's own sheet, and once every sheet is sent, the differences.
import { Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { useDays } from '../parts/days'
import { useNames } from '../parts/names'
import { Sheet } from '../parts/sheet'
import { useMe } from '../session/state'
import { PARTS, sheetOf, type Part, type Scored, type Task } from './read'

export function Scoring({ id, task, scored }: { id: string; task: Task; scored: Scored }) {
  const words = useTranslations('assess')
  return (
    <Sheet title={words('scoring')}>
      <ul className="rows scoring">
        {PARTS.map((part) => (
          <PartLine key={part} id={id} task={task} scored={scored} part={part} />
        ))}
      </ul>
    </Sheet>
  )
}

/** Whether the sheets of everybody who scores are to be read here: only then are they compared. */
export function allAreSent(task: Task, scored: Scored, part: Part): boolean {
  return task.assessment.assessors.every(({ user }) => sheetOf(scored, part, user)?.sent_on)
}

function PartLine({ id, task, scored, part }: { id: string; task: Task; scored: Scored; part: Part }) {
  const words = useTranslations('assess')
  const names = useNames()
  const { day } = useDays()
  const me = useMe()
  const own = sheetOf(scored, part, me?.id ?? '')
  const beside = own?.beside.length ?? 0
  const state = own?.sent_on ? 'done' : own ? 'going' : ''
  return (
    <li>
      <div>
        <p className="strong">{names.value('AssessmentPart', part)}</p>
        <p className={`state ${state}`}>
          {own?.sent_on ? words('sentOn', { day: day(own.sent_on) }) : own ? words('draftOf', { revision: own.revision }) : words('notScored')}
        </p>
        {beside > 0 && <p className="state warn">{words('besideCount', { count: beside })}</p>}
      </div>
      <span className="spring" />
      {beside > 0 && (
        <Link to="/tasks/$id/beside/$part" params={{ id, part }} className="button">
          {words('compare')}
        </Link>
      )}
      {allAreSent(task, scored, part) ? (
        <Link to="/tasks/$id/differences/$part" params={{ id, part }} className="button primary">
          {words('differences')}
        </Link>
      ) : (
        <Link to="/tasks/$id/score/$part" params={{ id, part }} className={own?.sent_on ? 'button' : 'button primary'}>
          {words(own?.sent_on ? 'lookAtSheet' : own ? 'goOnScoring' : 'beginScoring')}
        </Link>
      )}
    </li>
  )
}
