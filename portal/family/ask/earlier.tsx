// What was answered before, each with a way to change it; the latest two are seen at once.
import { useTranslations } from 'use-intl'
import { readDay, showDay } from '../../shared/dates'
import { useLanguage, useMessage } from '../../shared/words/provider'
import type { Office } from '../service'
import type { Answers, Step } from './answers'
import { useChoices } from './choices'

const SEEN = 2

interface Shape {
  steps: Step[]
  answers: Answers
  office: Office
  change: (place: number) => void
  /** At the end all of them are seen, to be printed. */
  all?: boolean
}

export function Earlier({ steps, answers, office, change, all = false }: Shape) {
  const words = useTranslations('ask')
  if (steps.length === 0) return null
  const row = (step: Step, place: number) => (
    <Answered key={step.field} step={step} areTwo={answers['adopters'] === '2'} answers={answers} office={office} change={() => change(place)} />
  )
  const hidden = all ? 0 : Math.max(0, steps.length - SEEN)
  return (
    <section className="sheet rows earlier" aria-label={words('earlier')}>
      {hidden > 0 && (
        <details className="row">
          <summary>{words('before', { count: hidden })}</summary>
          {steps.slice(0, hidden).map(row)}
        </details>
      )}
      {steps.slice(hidden).map((step, index) => row(step, hidden + index))}
    </section>
  )
}

interface AnsweredShape {
  step: Step
  areTwo: boolean
  answers: Answers
  office: Office
  change: () => void
}

function Answered({ step, areTwo, answers, office, change }: AnsweredShape) {
  const words = useTranslations('ask')
  const say = useMessage()
  const whose = step.adopter === undefined || !areTwo ? '' : words('adopter', { number: step.adopter + 1 })
  return (
    <div className="row answered">
      <span>
        <span className="small quiet">
          {whose}
          {say(step.question.ask)}
        </span>
        <br />
        <Value step={step} value={answers[step.field] ?? ''} office={office} />
      </span>
      <button type="button" className="change" onClick={change}>
        {words('change')}
        <span className="unseen">{say(step.question.ask)}</span>
      </button>
    </div>
  )
}

function Value({ step, value, office }: { step: Step; value: string; office: Office }) {
  const language = useLanguage()
  const chosen = useChoices(step.question, office)?.find((choice) => choice.value === value)
  if (chosen) return <>{chosen.label}</>
  const day = step.question.answer.type === 'day' ? readDay(value) : undefined
  return <>{day ? showDay(day, language) : value}</>
}
