// One question: its choices or one field, and why it is asked, at once when something is chosen.
import { useId, useState } from 'react'
import { useTranslations } from 'use-intl'
import { showDayWithWeekday, readDay } from '../../shared/dates'
import { useLanguage, useMessage } from '../../shared/words/provider'
import { Field } from '../parts/field'
import type { Office } from '../service'
import { written, type Step } from './answers'
import { useChoices } from './choices'

interface Shape {
  step: Step
  office: Office
  given: string | undefined
  isLast: boolean
  busy: boolean
  onAnswer: (value: string) => void
}

export function OneQuestion({ step, office, given, isLast, busy, onAnswer }: Shape) {
  const words = useTranslations('ask')
  const say = useMessage()
  const choices = useChoices(step.question, office)
  const [value, setValue] = useState(given ?? '')
  const [tried, setTried] = useState(false)
  const isAnswer = value !== '' && written(step.question, value, office.division) !== undefined
  const fault = tried && !isAnswer ? words(choices ? 'choose' : faultOf(step)) : undefined
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        setTried(true)
        if (isAnswer) onAnswer(value)
      }}
    >
      {choices ? (
        <Choices legend={say(step.question.ask)} choices={choices} value={value} fault={fault} onValue={setValue} />
      ) : (
        <Typed step={step} value={value} fault={fault} onValue={setValue} />
      )}
      {isAnswer ? (
        <section className="note" role="status">
          <p>{say(step.question.why)}</p>
          <p className="cite">{say(step.question.article)}</p>
        </section>
      ) : (
        <details>
          <summary>{words('why')}</summary>
          <p className="small">{say(step.question.why)}</p>
          <p className="cite">{say(step.question.article)}</p>
        </details>
      )}
      <button className="button primary wide" disabled={busy}>
        {isLast ? words('result') : words('next')}
      </button>
    </form>
  )
}

function faultOf(step: Step): 'noDay' | 'noNumber' {
  return step.question.answer.type === 'day' ? 'noDay' : 'noNumber'
}

interface ChoicesShape {
  legend: string
  choices: { value: string; label: string }[]
  value: string
  fault: string | undefined
  onValue: (value: string) => void
}

function Choices({ legend, choices, value, fault, onValue }: ChoicesShape) {
  const id = useId()
  return (
    <fieldset className="radios" aria-describedby={fault ? `${id}-fault` : undefined}>
      <legend className="unseen">{legend}</legend>
      {fault && (
        <p className="fault red" id={`${id}-fault`} role="alert">
          {fault}
        </p>
      )}
      {choices.map((choice) => (
        <label className="radio" key={choice.value}>
          <input
            type="radio"
            name={id}
            value={choice.value}
            checked={choice.value === value}
            onChange={() => onValue(choice.value)}
          />
          <span>{choice.label}</span>
        </label>
      ))}
    </fieldset>
  )
}

function Typed({ step, value, fault, onValue }: { step: Step; value: string; fault: string | undefined; onValue: (value: string) => void }) {
  const words = useTranslations('ask')
  const language = useLanguage()
  const isDay = step.question.answer.type === 'day'
  const day = isDay ? readDay(value) : undefined
  return (
    <>
      <Field
        label={isDay ? words('day') : words('number')}
        hint={isDay ? words('dayHint') : undefined}
        fault={fault}
        value={value}
        onValue={onValue}
        inputMode={isDay ? 'text' : 'numeric'}
        autoComplete="off"
        maxLength={isDay ? 20 : 2}
      />
      {day && (
        <p className="small quiet" role="status">
          {showDayWithWeekday(day, language)}
        </p>
      )}
    </>
  )
}
