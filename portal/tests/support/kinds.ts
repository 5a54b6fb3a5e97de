// The application of a family for each of the ten kinds of child, as the counter takes them in.
import { application, residentId, type Application } from './cast'
import type { Given } from './forms'

export const KINDS = [
  'institution_foundling',
  'institution_orphan',
  'guardian_orphan',
  'foundling',
  'hardship_parents',
  'incapable_parents',
  'collateral_kin',
  'stepchild',
  'state_guardianship',
  'rescued_child',
] as const

export type Kind = (typeof KINDS)[number]

type Whole = Application & { [name: string]: Given }

const VILLAGE = '练习县宝峰镇青杠村3组27号'
const FOUND = ['found_on', 'found_at', 'features']
const ENTERED = ['entered_institution_on', 'entry_number']

let families = 0

export function applicationOf(kind: Kind): { [name: string]: Given } {
  families += 1
  const whole = { ...application(), kind } as Whole
  const father = parent('罗长根', 'male', '1991-05-01')
  const mother = parent('唐秀兰', 'female', '1993-05-01')
  switch (kind) {
    case 'institution_foundling':
    case 'rescued_child':
      return whole
    case 'institution_orphan':
      return { ...whole, child: without(whole.child, FOUND) }
    case 'state_guardianship':
      return { ...whole, child: { ...without(whole.child, FOUND), guardianship_revoked_on: '2024-11-05' } }
    case 'foundling':
      return { ...without(whole, ['placer']), child: { ...without(whole.child, ENTERED), found_division: '500199', address: '练习县城关镇和平路（暂由报案人照料）' } }
    case 'guardian_orphan':
    case 'incapable_parents':
      return {
        ...ofTheVillage(whole),
        guardian: { person: parent('罗德福', 'male', '1958-05-01'), relation: '祖父' },
        ...(kind === 'guardian_orphan' && { support_duty: [{ name: '唐桂英', relation: '外祖母' }] }),
      }
    case 'hardship_parents':
      return { ...ofTheVillage(whole), parents: { placing: [father, mother] } }
    case 'collateral_kin':
      return { ...ofTheVillage(whole), parents: { placing: [father, mother] }, kinship: { adopter: 'adopter_1', parent: 'mother', relation: 'maternal_cousin' } }
    case 'stepchild':
      return {
        ...ofTheVillage(whole),
        adopters: whole.adopters.slice(0, 1),
        parents: { placing: [mother], other_parent: { state: 'alive', name: '贺远山', resident_id: residentId('1991-05-02', 600 + families * 2 + 1), division: '500199' } },
      }
  }
}

/** A child of known parents was not found, entered no institution, and has its father's surname. */
function ofTheVillage(whole: Whole): { [name: string]: Given } {
  return { ...without(whole, ['placer']), child: { ...without(whole.child, [...FOUND, ...ENTERED]), name: '罗小满', address: VILLAGE } }
}

function without(from: { [name: string]: Given }, names: string[]): { [name: string]: Given } {
  return Object.fromEntries(Object.entries(from).filter(([name]) => !names.includes(name)))
}

function parent(name: string, sex: 'male' | 'female', day: string): { [name: string]: Given } {
  return {
    name,
    sex,
    birth_date: day,
    resident_id: residentId(day, 600 + families * 2 + (sex === 'male' ? 1 : 0)),
    ethnic_group: '汉族',
    occupation: '务农',
    household_address: VILLAGE,
    division: '500199',
    residence: VILLAGE,
    telephone: '023-60000000',
  }
}
