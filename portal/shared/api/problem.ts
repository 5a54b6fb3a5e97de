// What the service says when it refuses (RFC 9457), as an error that can be thrown and shown.
import type { components } from './schema'

export type Problem = components['schemas']['Problem']
export type Violation = components['schemas']['Violation']

/** The article a violation rests on. What is broken of the interface alone, such as a field that is missing, rests on none,
 *  and its name tells nothing to whoever fills in a form. */
export const articleOf = ({ rule, citation }: Violation): string => (rule.startsWith('input-') ? '' : citation)

/** An answer of the service that is a refusal, with everything it said. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError'
  readonly problem: Problem
  /** How many seconds to wait before asking again, where the service says so. */
  readonly retryAfter: number | undefined

  constructor(problem: Problem, retryAfter?: number) {
    super(problem.title)
    this.problem = problem
    this.retryAfter = retryAfter
  }

  get status(): number {
    return this.problem.status
  }

  get violations(): Violation[] {
    return this.problem.violations ?? []
  }
}

/** Nothing came back: no network, or the service is not there. */
export class NoAnswerError extends Error {
  override readonly name = 'NoAnswerError'
}

interface Answer<Data> {
  data?: Data
  error?: unknown
  response: Response
}

/** Takes the data out of an answer, or throws what the service said instead. */
export async function take<Data>(asked: Promise<Answer<Data>>): Promise<Data> {
  let answer: Answer<Data>
  try {
    answer = await asked
  } catch (cause) {
    throw new NoAnswerError('no answer', { cause })
  }
  if (answer.response.ok) return answer.data as Data
  const wait = Number(answer.response.headers.get('retry-after'))
  throw new ProblemError(asProblem(answer.error, answer.response.status), wait > 0 ? wait : undefined)
}

function asProblem(said: unknown, status: number): Problem {
  if (typeof said === 'object' && said !== null && 'title' in said && 'type' in said) {
    return { ...(said as Problem), status }
  }
  return { type: 'about:blank', title: String(status), status }
}
