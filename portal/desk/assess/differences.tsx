// The sheets of all assessors side by side, once each was sent. An item on which they differ is settled when all say the
// same; the marks that were sent stay as they are. Nothing is averaged.
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useNames } from '../parts/names'
import { NotFound } from '../parts/not-found'
import { PageHead } from '../parts/page'
import { Sheet } from '../parts/sheet'
import { linesOf, type Line } from './difference-lines'
import { BackToTask, OfPart } from './part'
import { type Part, type Scored, type Task } from './read'
import { allAreSent } from './scoring'
import { SetMark } from './set-mark'
import { Settle } from './settle'
import { useWording } from './wording'
import './assess.css'

export function Differences() {
  return (
    <OfPart>
      {({ id, part, task, scored }) => {
        if (!allAreSent(task, scored, part)) return <NotFound />
        return <Compared id={id} task={task} scored={scored} part={part} />
      }}
    </OfPart>
  )
}

function Compared({ id, task, scored, part }: { id: string; task: Task; scored: Scored; part: Part }) {
  const words = useTranslations('assess')
  const names = useNames()
  const lines = linesOf(task, scored, part)
  const [differing, alike] = [lines.filter(({ differs }) => differs), lines.filter(({ differs }) => !differs)]
  const open = differing.filter(({ settled }) => settled === undefined)
  const [chosen, setChosen] = useState(open[0]?.code)
  const line = lines.find(({ code }) => code === chosen)
  return (
    <>
      <PageHead
        tab={words('differences')}
        above={
          <>
            <BackToTask id={id} /> · {task.number}
          </>
        }
        title={words('differencesOf', { part: names.value('AssessmentPart', part) })}
        below={words('bothSent')}
      />
      <SetMark set={scored.set} />
      <div className="columns">
        <Sheet title={words('itemCount', { count: differing.length })} aside={<span className="small quiet">{words('openCount', { count: open.length })}</span>}>
          {differing.length > 0 && <Table lines={differing} task={task} chosen={chosen} onChoose={setChosen} />}
          <details className="alike">
            <summary>{words('alike', { count: alike.length })}</summary>
            <Table lines={alike} task={task} chosen={chosen} onChoose={setChosen} />
          </details>
        </Sheet>
        {line && <Settle key={line.code} id={id} task={task} scored={scored} part={part} line={line} />}
      </div>
    </>
  )
}

interface TableProps {
  lines: Line[]
  task: Task
  chosen: string | undefined
  onChoose: (code: string) => void
}

function Table({ lines, task, chosen, onChoose }: TableProps) {
  const words = useTranslations('assess')
  const say = useWording()
  return (
    <div className="scroller" role="region" aria-label={words('differences')} tabIndex={0}>
      <table className="points">
        <thead>
          <tr>
            <th scope="col">{words('item')}</th>
            {task.assessment.assessors.map(({ user, name }) => (
              <th key={user} scope="col" className="number">
                {name}
              </th>
            ))}
            <th scope="col">{words('outcome')}</th>
            <th scope="col" className="number">
              {words('settledAt')}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.code} className={line.code === chosen ? 'on' : undefined}>
              <td>
                {line.differs ? (
                  <button type="button" className="link" aria-pressed={line.code === chosen} onClick={() => onChoose(line.code)}>
                    {say(line.ask)}
                  </button>
                ) : (
                  say(line.ask)
                )}
              </td>
              {line.marks.map(({ rater, points }) => (
                <td key={rater} className="number">
                  {points ?? '—'}
                </td>
              ))}
              <td>
                <span className={`state ${line.differs && line.settled === undefined ? 'warn' : 'done'}`}>
                  {words(!line.differs ? 'same' : line.settled === undefined ? 'toSettle' : 'settled')}
                </span>
              </td>
              <td className="number strong">{line.settled ?? '—'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
