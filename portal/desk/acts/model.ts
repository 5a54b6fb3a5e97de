// The acts of a case as the desk shows them: in the service's order, each with what is in its way.
import type { Schemas } from '../../shared/api/client'

export type ActAnswer = Schemas['ActAnswer']
/** What is in the way of an act, told once for all acts that meet it. */
export type Obstacle = Omit<Schemas['Obstacle'], 'citation'> & { citation: string }

export interface ActLine {
  act: ActAnswer['act']
  title: string
  standing: 'open' | 'blocked' | 'others'
  obstacles: Obstacle[]
  who: Schemas['Role'][]
}

/** `inWords` sets a message in the language chosen. */
export function linesOf(answer: Schemas['ActsAnswer'], inWords: (message: Schemas['Message']) => string): ActLine[] {
  const told = new Map(answer.obstacles.map((obstacle) => [obstacle.key, { ...obstacle, citation: inWords(obstacle.citation) }]))
  return answer.acts.map((act) => ({
    act: act.act,
    title: inWords(act.title),
    standing: act.state === 'blocked' ? 'blocked' : act.allowed ? 'open' : 'others',
    obstacles: act.obstacles.flatMap((key) => told.get(key) ?? []),
    who: act.who,
  }))
}

/** What changes the law's state and cannot be taken back: a page to look it over comes before it. */
export const LOOKED_OVER = new Set<string>(['register', 'refuse', 'approve', 'archive', 'register_dissolution', 'decide_revocation', 'decline_application'])
