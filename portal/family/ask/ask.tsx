// Whether one may adopt: one question a screen. What is answered lives in this page's memory and nowhere else.
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useMessage } from '../../shared/words/provider'
import { Page } from '../frame/page'
import { Reading } from '../parts/reading'
import { Said } from '../parts/said'
import { useSending } from '../parts/sending'
import { check, useOffice, useQuestions, type Eligibility, type FactSheet, type Office, type Question } from '../service'
import { factSheet, steps, type Answers } from './answers'
import { Earlier } from './earlier'
import { OneQuestion } from './question'
import { Verdict } from './verdict'

export default function Ask() {
  const words = useTranslations('ask')
  const office = useOffice()
  const questions = useQuestions()
  if (office.data && questions.data) return <Conversation office={office.data} questions={questions.data.questions} />
  return (
    <Page title={words('title')} heading={words('title')}>
      {office.isError ? <Reading of={office}>{() => null}</Reading> : <Reading of={questions}>{() => null}</Reading>}
    </Page>
  )
}

function Conversation({ office, questions }: { office: Office; questions: Question[] }) {
  const words = useTranslations('ask')
  const say = useMessage()
  const [answers, setAnswers] = useState<Answers>({})
  const [place, setPlace] = useState(0)
  const [verdict, setVerdict] = useState<Eligibility>()
  const { send, sending, error } = useSending()
  const all = steps(questions, answers)
  const earlier = all.slice(0, place)
  const now = all[place]

  function ask(facts: Answers): void {
    const sheet = factSheet(questions, facts, office) as FactSheet
    void send(async () => setVerdict(await check(sheet)))
  }
  function answer(field: string, value: string): void {
    const changed = { ...answers, [field]: value }
    setAnswers(changed)
    if (place + 1 < steps(questions, changed).length) setPlace(place + 1)
    else ask(changed)
  }

  if (verdict) {
    return (
      <Verdict
        verdict={verdict}
        office={office}
        answered={all}
        answers={answers}
        change={(at) => {
          setVerdict(undefined)
          setPlace(at)
        }}
        anew={() => {
          setVerdict(undefined)
          setAnswers({})
          setPlace(0)
        }}
      />
    )
  }
  if (!now) return null
  return (
    <Page
      key={now.field}
      title={words('title')}
      heading={now.adopter !== undefined && all.some((one) => one.adopter === 1) ? `${words('adopter', { number: now.adopter + 1 })}${say(now.question.ask)}` : say(now.question.ask)}
      asks
      above={
        <>
          <p className="small quiet">{words('place', { place: place + 1, of: all.length })}</p>
          <progress className="progress" max={all.length} value={place + 1} aria-label={words('progress')} />
          <Earlier steps={earlier} answers={answers} office={office} change={setPlace} />
        </>
      }
    >
      <Said error={error} />
      <OneQuestion
        step={now}
        office={office}
        given={answers[now.field]}
        isLast={place + 1 >= all.length}
        busy={sending}
        onAnswer={(value) => answer(now.field, value)}
      />
      <p className="small quiet after">{words('nothingKept')}</p>
    </Page>
  )
}
