// The acts of a case as the desk shows them: in the service's order, each with what is in its way.
import type { Schemas } from '../../shared/api/client'

export type ActAnswer = Schemas['ActAnswer']
export type Obstacle = Schemas['Obstacle']

export interface ActLine {
  act: ActAnswer['act']
  title: string
  standing: 'open' | 'blocked' | 'others'
  obstacles: Obstacle[]
  who: Schemas['Role'][]
}

export function linesOf(answer: Schemas['ActsAnswer']): ActLine[] {
  return answer.acts.map((act) => ({
    act: act.act,
    title: act.title,
    standing: act.state === 'possible' ? 'open' : act.state === 'for_others' ? 'others' : 'blocked',
    obstacles: act.obstacles,
    who: act.who,
  }))
}

/** What changes the law's state and cannot be taken back: a page to look it over comes before it. */
export const LOOKED_OVER = new Set<string>(['register', 'refuse', 'approve', 'archive', 'register_dissolution', 'decide_revocation', 'decline_application'])
