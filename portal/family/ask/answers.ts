// The conversation as a list of steps, and the fact sheet it becomes. Which question is asked when, and what the sheet
// says where none is, the service tells; nothing here knows what an answer means.
import { readDay } from '../../shared/dates'
import type { Question } from '../service'

/** What was answered, by field, as texts; those of one adopter by `adopters[0].born`. */
export type Answers = Readonly<Record<string, string>>

/** A question at its place: whose it is, where it is asked for each adopter. */
export interface Step {
  question: Question
  /** The field of the sheet, with the number of the adopter in it. */
  field: string
  adopter: number | undefined
}

const EACH = 'adopters[]'
/** Another place than the office's own; the sheet then names none that is competent. */
export const ELSEWHERE = 'elsewhere'
/** An answer that is not known. */
export const UNKNOWN = 'unknown'

/** Every question that is asked after these answers, in order. */
export function steps(questions: readonly Question[], answers: Answers): Step[] {
  const asked: Step[] = []
  for (let place = 0; place < questions.length; ) {
    const group = groupAt(questions, place)
    place += group.length
    if (!group[0]?.field.startsWith(EACH)) {
      asked.push(...group.filter((one) => isAsked(one, questions, answers)).map((one) => step(one)))
      continue
    }
    for (let adopter = 0; adopter < persons(questions, answers); adopter += 1) {
      const here = group.filter((one) => isAsked(one, questions, answers, adopter))
      asked.push(...here.map((one) => step(one, adopter)))
    }
  }
  return asked
}

/** Questions of each adopter that follow one another stay together: first all of one, then all of the other. */
function groupAt(questions: readonly Question[], place: number): Question[] {
  const first = questions[place]
  if (!first?.field.startsWith(EACH)) return first ? [first] : []
  const rest = questions.slice(place)
  const end = rest.findIndex((one) => !one.field.startsWith(EACH))
  return end < 0 ? rest : rest.slice(0, end)
}

function step(question: Question, adopter?: number): Step {
  return { question, field: at(question.field, adopter), adopter }
}

function at(field: string, adopter: number | undefined): string {
  return adopter === undefined ? field : field.replace(EACH, `adopters[${adopter}]`)
}

function isAsked(question: Question, questions: readonly Question[], answers: Answers, adopter?: number): boolean {
  return question.asked_if.every(({ field, is }) => {
    const given = answered(field, questions, answers, adopter)
    return given !== undefined && is.includes(given)
  })
}

/** What holds for a field: the answer, or what the sheet says where the question is not asked. */
function answered(field: string, questions: readonly Question[], answers: Answers, adopter?: number): string | undefined {
  const askedHere = questions.filter((one) => one.field === field)
  const isOne = askedHere.some((one) => isAsked(one, questions, answers, adopter))
  if (isOne) return answers[at(field, adopter)]
  return askedHere.find((one) => one.otherwise)?.otherwise ?? undefined
}

function persons(questions: readonly Question[], answers: Answers): number {
  return Number(answered('adopters', questions, answers) ?? 0)
}

/** Whether a text is an answer to a question; where it is, how the sheet writes it. */
export function written(question: Question, typed: string, home: string): { value: unknown } | undefined {
  const form = question.answer
  switch (form.type) {
    case 'yes_no':
      return { value: typed === UNKNOWN ? null : typed === 'true' }
    case 'choice':
      return { value: typed }
    case 'division':
      return { value: typed === ELSEWHERE ? [] : [home] }
    case 'day': {
      const day = readDay(typed)
      return day ? { value: day } : undefined
    }
    case 'number':
      return wholeNumber(typed, form.least)
    case 'persons':
      return wholeNumber(typed, 1)
  }
}

function wholeNumber(typed: string, least: number): { value: number } | undefined {
  const plain = typed.normalize('NFKC').trim()
  if (!/^\d{1,2}$/.test(plain) || Number(plain) < least) return undefined
  return { value: Number(plain) }
}

/** The body of the check: each answer at its place, and what the sheet says where nothing was asked. */
export function factSheet(questions: readonly Question[], answers: Answers, office: { today: string; division: string }) {
  const sheet: Record<string, unknown> = {
    as_of: office.today,
    office_division: office.division,
    child: {},
    placing: {},
    household: {},
    adopters: Array.from({ length: persons(questions, answers) }, () => ({})),
  }
  const asked = new Set<string>()
  for (const { question, field } of steps(questions, answers)) {
    asked.add(field)
    const typed = answers[field]
    const answer = typed === undefined ? undefined : written(question, typed, office.division)
    if (answer && question.answer.type !== 'persons') put(sheet, field, answer.value)
  }
  for (const question of questions) {
    if (!question.otherwise || question.field === 'adopters') continue
    for (const field of placesOf(question.field, persons(questions, answers))) {
      if (!asked.has(field)) put(sheet, field, question.otherwise)
    }
  }
  return sheet
}

function placesOf(field: string, count: number): string[] {
  return field.startsWith(EACH) ? Array.from({ length: count }, (_, adopter) => at(field, adopter)) : [field]
}

/** Writes a value at a path such as `adopters[0].born`. */
function put(sheet: Record<string, unknown>, field: string, value: unknown): void {
  const path = field.replace(/\[(\d+)\]/g, '.$1').split('.')
  const last = path.pop()
  let here: Record<string, unknown> = sheet
  for (const part of path) here = here[part] as Record<string, unknown>
  if (last !== undefined) here[last] = value
}
