// What the case says of the party a paper is about: this is compared with the scan.
import type { CaseView } from '../case/read'

export interface Fact {
  schema: string
  property: string
  value: string
}

/** Members that are told apart by codes, which a name is looked up for. */
type Plain = Record<string, unknown>

export function factsOf(view: CaseView, party: string | null | undefined): Fact[] {
  if (view.view !== 'whole') return []
  const [schema, of] = partyOf(view, party)
  return Object.entries(of)
    .filter(([, value]) => typeof value === 'string' || typeof value === 'number')
    .map(([property, value]) => ({ schema, property, value: String(value) }))
}

function partyOf(view: Extract<CaseView, { view: 'whole' }>, party: string | null | undefined): [string, Plain] {
  switch (party) {
    case 'adopter_1':
      return ['Adopter', { ...view.adopters[0] }]
    case 'adopter_2':
      return ['Adopter', { ...view.adopters[1] }]
    case 'placer':
    case 'placer_2': {
      const { placer } = view
      if (placer?.placed_by === 'parents') return ['PlacingPerson', { ...placer.placing[party === 'placer' ? 0 : 1] }]
      if (placer?.placed_by === 'institution') return ['Institution', withoutTag(placer)]
      if (placer?.placed_by === 'guardian') return placer.organisation ? ['Institution', { ...placer.organisation }] : ['PlacingPerson', { ...placer.person }]
      return ['Institution', {}]
    }
    default:
      return ['Child', { ...view.child }]
  }
}

function withoutTag(placer: Plain): Plain {
  return Object.fromEntries(Object.entries(placer).filter(([name]) => name !== 'placed_by'))
}
