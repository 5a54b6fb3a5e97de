// One item on which the sheets differ: why each assessor marked it so, what each says by now, and one's own word.
import { useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useAct } from '../acts/send'
import { Said } from '../parts/said'
import { Sheet } from '../parts/sheet'
import { useMe } from '../session/state'
import type { Line } from './difference-lines'
import { ChangedMeanwhile } from './part'
import { steps } from './score/item'
import { readAnew, type Part, type Scored, type Task } from './read'
import { useWording } from './wording'

interface SettleProps {
  id: string
  task: Task
  scored: Scored
  part: Part
  line: Line
}

export function Settle({ id, task, scored, part, line }: SettleProps) {
  const words = useTranslations('assess')
  const say = useWording()
  const me = useMe()
  const own = line.said.find(({ by }) => by.id === me?.id)
  return (
    <Sheet title={say(line.ask)} aside={line.settled !== undefined && <span className="tag green">{words('settled')}</span>}>
      <div className="body stack-small">
        {line.marks.map(({ rater, name, points, note }) => (
          <div key={rater}>
            <p className="strong">
              {name} {points ?? '—'}
            </p>
            <p className="small quiet">{note}</p>
            {line.said.filter(({ by }) => by.id === rater).map((word) => (
              <p key={word.points} className="small">
                {words('says', { points: word.points })} {word.reason}
              </p>
            ))}
          </div>
        ))}
        {task.assessment.report === null && <Word id={id} version={task.version} scored={scored} part={part} line={line} before={own?.points} />}
      </div>
    </Sheet>
  )
}

function Word({ id, version, scored, part, line, before }: { id: string; version: number; scored: Scored; part: Part; line: Line; before: number | undefined }) {
  const words = useTranslations('assess')
  const queries = useQueryClient()
  const ids = useId()
  const given = line.marks.map(({ points }) => points ?? 0)
  const [least, most] = [Math.min(...given), Math.max(...given)]
  const [points, setPoints] = useState(before ?? line.said[0]?.points)
  const [reason, setReason] = useState('')
  const readAgain = () => queries.invalidateQueries(readAnew(id))
  const { act, sending, error, asked, put } = useAct(() => void readAgain())
  const send = () =>
    void act({
      path: `/v1/cases/${id}/assessment/settlements`,
      version,
      body: { part, item: line.code, points, ...(reason && { reason }) },
    })
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <Said error={error} />
      {asked === 'merge' && <ChangedMeanwhile onReadAgain={() => void readAgain().then(put)} />}
      <fieldset className="field">
        <legend>{words('settleAt')}</legend>
        <div className="within">
          {steps(least, most, scored.set.half_points).map((each) => (
            <button key={each} type="button" aria-pressed={each === points} onClick={() => setPoints(each)}>
              {each}
            </button>
          ))}
        </div>
      </fieldset>
      <div className="field">
        <label htmlFor={ids}>{words('reason')}</label>
        <p className="hint">{words('reasonHint')}</p>
        <textarea id={ids} className="input" rows={3} value={reason} onChange={(event) => setReason(event.target.value)} />
      </div>
      <div className="form-foot">
        <button className="button primary" disabled={sending || points === undefined}>
          {words('mySay')}
        </button>
        <span className="small quiet">{words('allSame')}</span>
      </div>
    </form>
  )
}
