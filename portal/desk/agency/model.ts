// A task of the body as its manager knows it, and the order in which tasks are urgent.
import type { Schemas } from '../../shared/api/client'

export type Task = Schemas['AssessmentProgress']

/** What is reported waits for others; what has no last day yet stands before it. */
const orderOf = (task: Task) => (task.reported_on ? '~' : (task.due_on ?? '}'))

export function byDay(one: Task, other: Task): number {
  return orderOf(one) < orderOf(other) ? -1 : orderOf(one) > orderOf(other) ? 1 : one.number.localeCompare(other.number)
}
