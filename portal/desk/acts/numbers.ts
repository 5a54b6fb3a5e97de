// What in a case an act with a number may be about: its papers, claims and incidents.
import type { CaseView } from '../case/read'

export interface Numbered {
  number: number
  title: string
  paper?: string
  party?: string | null
}

export function numbersOf(act: string, view: CaseView): Numbered[] | undefined {
  if (view.view !== 'whole') return undefined
  if (act === 'settle_claim') return view.claims.map((claim, place) => ({ number: place + 1, title: claim.claimant }))
  if (act === 'close_incident') return view.incidents.map((incident, place) => ({ number: place + 1, title: incident.description }))
  return view.papers
    .filter(({ state }) => state.state === 'filed' || (act === 'reject_paper' && state.state === 'verified'))
    .map(({ number, slot }) => ({ number, title: '', paper: slot.paper, party: slot.party ?? null }))
}
