// The kinds of adoption, the usual ones first.
import type { ChildKind } from '../service'

export const USUAL: ChildKind[] = ['institution_foundling', 'collateral_kin', 'stepchild', 'hardship_parents']
export const OTHER: ChildKind[] = [
  'institution_orphan',
  'guardian_orphan',
  'foundling',
  'incapable_parents',
  'state_guardianship',
  'rescued_child',
]
export const KINDS: ChildKind[] = [...USUAL, ...OTHER]
