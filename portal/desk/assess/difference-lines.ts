// The lines of the table of differences, put together for the eye: what each sheet says of an item, and the newest word of
// each assessor. Whether it is settled, and what it comes to, the service judges when the report is made.
import type { Schemas } from '../../shared/api/client'
import { itemsOf, sheetOf, type Part, type Scored, type Sheet, type Task } from './read'

export interface Line {
  code: string
  ask: Schemas['Wording']
  max: number
  marks: { rater: string; name: string; points: number | undefined; note: string }[]
  differs: boolean
  /** The newest word of each who has said one. */
  said: Schemas['Settlement'][]
  settled: number | undefined
}

/** Every item and every extra point that somebody marked. */
export function linesOf(task: Task, scored: Scored, part: Part): Line[] {
  const items = itemsOf(scored, part).map(({ code, ask, max }) => ({ code, ask, max }))
  const bonuses = part === 'capability' ? scored.set.capability.bonuses : []
  const extra = bonuses.map(({ code, condition, points }) => ({ code, ask: condition, max: points }))
  const lines = [...items, ...extra].map((of) => lineOf(of, task, scored, part))
  return lines.filter(({ marks }) => marks.some(({ points }) => points !== undefined))
}

function lineOf(of: Pick<Line, 'code' | 'ask' | 'max'>, task: Task, scored: Scored, part: Part): Line {
  const { assessors } = task.assessment
  const marks = assessors.map(({ user, name }) => ({ rater: user, name, ...markIn(sheetOf(scored, part, user), of) }))
  const differs = new Set(marks.map(({ points }) => points)).size > 1
  const said = assessors.flatMap(({ user }) => scored.settlements.findLast((each) => each.part === part && each.item === of.code && each.by.id === user) ?? [])
  const agreed = said.length === assessors.length && new Set(said.map(({ points }) => points)).size === 1
  return { ...of, marks, differs, said, settled: differs ? (agreed ? said[0]?.points : undefined) : marks[0]?.points }
}

/** A bonus that only one claims counts nothing with the other. */
function markIn(sheet: Sheet | undefined, of: { code: string; max: number }): { points: number | undefined; note: string } {
  const mark = sheet?.text.marks.find(({ item }) => item === of.code)
  if (mark) return { points: mark.points, note: mark.note }
  const claim = sheet?.text.bonuses.find(({ code }) => code === of.code)
  if (claim) return { points: of.max, note: claim.note }
  return { points: undefined, note: '' }
}
