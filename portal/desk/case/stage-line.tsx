// Where the case stands in the order of work, and what that means now, in the service's words: whose turn it is, by when.
import { useTranslations } from 'use-intl'
import type { Schemas } from '../../shared/api/client'
import { useMessage } from '../../shared/words/provider'
import { useDays } from '../parts/days'
import { useNames } from '../parts/names'

type Checklist = Schemas['Checklist']

export function StageLine({ checklist }: { checklist: Checklist }) {
  const words = useTranslations('case')
  const message = useMessage()
  const { day } = useDays()
  const dayOf = ({ begun_on: begun, earliest_on: earliest }: Schemas['StageLine']) => (begun ? day(begun) : earliest ? words('earliest', { day: day(earliest) }) : undefined)
  return (
    <div className="sheet case-line">
      <ol className="stages" aria-label={words('stages')}>
        {checklist.stages.map((line) => (
          <li key={line.stage} className={line.state} aria-current={line.state === 'now' ? 'step' : undefined}>
            <span>{message(line.title)}</span>
            {dayOf(line) && <span className="micro stage-day">{dayOf(line)}</span>}
          </li>
        ))}
      </ol>
      <Now now={checklist.now} />
    </div>
  )
}

/** The strip below the line: what the case waits for. */
function Now({ now }: { now: Checklist['now'] }) {
  const words = useTranslations('case')
  const names = useNames()
  const message = useMessage()
  return (
    <p className="now-strip">
      <b>{message(now.standing)}</b> {message(now.next)} {now.by_sentence && message(now.by_sentence)}
      {now.who !== 'nobody' && <span className="quiet"> {words('turn', { who: names.value('NextActor', now.who) })}</span>}
    </p>
  )
}

/** Where there is no list of what the case waits for: its stage alone. */
export function StageWord({ stage }: { stage: Schemas['Stage'] }) {
  const names = useNames()
  return (
    <div className="sheet case-line">
      <p className="strong">{names.value('Stage', stage)}</p>
    </div>
  )
}
