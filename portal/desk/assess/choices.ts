// What may be chosen in the record of a piece of work, from the case itself, where the service lists nothing: who was
// appointed, and the items that evidence may show.
import type { ActLine } from '../acts/model'
import type { Input } from '../acts/form/inputs'
import { PARTS, itemsOf, scoredOf, type Task } from './read'

export function withChoices(line: ActLine, task: Task): ActLine {
  if (line.act !== 'record_assessment_work') return line
  const told = new Set(line.inputs.map(({ at }) => at))
  return { ...line, inputs: [...line.inputs, ...choicesOf(task).filter(({ at }) => !told.has(at))] }
}

function choicesOf(task: Task): Input[] {
  const scored = scoredOf(task)
  const items = scored ? PARTS.flatMap((part) => itemsOf(scored, part)) : []
  const list = (at: string, one_of: Input['one_of']): Input => ({ at, kind: 'list', one_of })
  return [
    list('/assessors', task.assessment.assessors.map(({ user, name }) => ({ value: user, title: { zh: name, en: name } }))),
    list('/evidence/-/items', items.map(({ code, ask }) => ({ value: code, title: { zh: `${code} ${ask.zh}`, en: `${code} ${ask.en}` } }))),
  ]
}
