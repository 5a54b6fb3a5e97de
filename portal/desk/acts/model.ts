// The acts of a case as the service tells them: in its order, each with how it is sent, what has to be given to it and
// what is in its way.
import type { Schemas } from '../../shared/api/client'

export type ActAnswer = Schemas['ActAnswer']
export type Obstacle = Schemas['Obstacle']
export type Cure = Schemas['Cure']

/** Whether it can be done by who asks, is in the way of something, or is for others. */
export type Standing = 'open' | 'blocked' | 'others'

export interface ActLine extends Omit<ActAnswer, 'obstacles'> {
  standing: Standing
  /** What is in its way, taken from the list that all acts share. */
  obstacles: Obstacle[]
}

export function linesOf(answer: Schemas['ActsAnswer']): ActLine[] {
  const told = new Map(answer.obstacles.map((obstacle) => [obstacle.key, obstacle]))
  return answer.acts.map((act) => ({
    ...act,
    standing: act.state === 'blocked' ? 'blocked' : act.allowed ? 'open' : 'others',
    obstacles: act.obstacles.flatMap((key) => told.get(key) ?? []),
  }))
}
