// What differs between two texts of one form, field by field, beside what both began from; and which fields of a form
// speak of what somebody else changed in the case meanwhile.
import type { CaseView } from '../../case/read'
import { change, filled, resolve, type Field, type Type } from '../form/model'
import { pick } from '../form/values'

/** A field that stands differently on the two sides. */
export interface Row {
  pointer: string
  /** The names of the fields that lead to it, each with the schema it is of; a place in a list is a number. */
  path: (Named | number)[]
  type: Type
  was: unknown
  theirs: unknown
  mine: unknown
}

export interface Named {
  owner: string | undefined
  p: string
}

export interface Sides {
  was: unknown
  theirs: unknown
  mine: unknown
}

/** Every field in which the two differ. What nobody filled is nothing, however it is written. */
export function rowsOf(type: Type, sides: Sides, owner?: string): Row[] {
  const plain = { was: filled(sides.was ?? {}, type), theirs: filled(sides.theirs, type), mine: filled(sides.mine, type) }
  return differing({ pointer: '', path: [], type, ...plain }, owner)
}

function differing(row: Row, owner?: string): Row[] {
  if (isSame(row.theirs, row.mine)) return []
  const { type, name } = resolve(row.type, owner)
  if (type.t === 'object' && isObject(row.theirs) && isObject(row.mine)) return type.fields.flatMap((field) => differing(below(row, field, name)))
  if (type.t === 'list' && Array.isArray(row.theirs) && Array.isArray(row.mine) && row.theirs.length === row.mine.length) {
    return row.mine.flatMap((_, place) => differing(at(row, String(place), place, type.of)))
  }
  return [row]
}

function below(row: Row, { p, of }: Field, owner: string | undefined): Row {
  return at(row, p, { owner, p }, of)
}

function at({ pointer, path, was, theirs, mine }: Row, part: string, step: Named | number, type: Type): Row {
  const member = (value: unknown) => pick(value, `/${part}`)
  return { pointer: `${pointer}/${part}`, path: [...path, step], type, was: member(was), theirs: member(theirs), mine: member(mine) }
}

/** My text, with what was taken from the other side. */
export function composed(mine: unknown, rows: Row[], taken: (row: Row) => boolean): unknown {
  return rows.filter(taken).reduce((values, row) => change(values, row.pointer, row.theirs), mine)
}

/** The fields of my form whose like was changed in the case since it was opened: what stood there, what stands there now,
 *  and what I wrote. The interface ties no field of an act to a place of the case, so they are found by their name, and
 *  within the party the form is of; where a name leads to several places, none is taken for it. */
export function concerned(type: Type, before: CaseView, now: CaseView, mine: unknown): Row[] {
  const { type: real, name } = resolve(type)
  if (real.t !== 'object') return []
  const [then, since] = [placesIn(before), placesIn(now)]
  const of = placeOfParty(pick(mine, '/party'))
  return real.fields.flatMap((field): Row[] => {
    if (field.p === 'party') return []
    const changed = [...then.keys()].filter(
      (pointer) => pointer.endsWith(`/${field.p}`) && isOf(pointer, of) && isOne(pointer) && !isSame(then.get(pointer), since.get(pointer)),
    )
    const [place] = changed
    if (place === undefined || changed.length > 1) return []
    const row = { ...below({ pointer: '', path: [], type, was: undefined, theirs: undefined, mine }, field, name), was: then.get(place), theirs: since.get(place) }
    return isSame(row.theirs, row.mine) ? [] : [row]
  })
}

const PARTIES: Record<string, string> = { adopter_1: '/adopters/0/', adopter_2: '/adopters/1/', child: '/child/', placer: '/placer/' }

function placeOfParty(party: unknown): string | undefined {
  return typeof party === 'string' ? PARTIES[party] : undefined
}

/** What is of another party is none of this form's. */
function isOf(pointer: string, party: string | undefined): boolean {
  return party === undefined || pointer.startsWith(party) || !Object.values(PARTIES).some((other) => pointer.startsWith(other))
}

/** What stands in a list is one of many, and new ones are added to it: only the adopters are known by their place. */
function isOne(pointer: string): boolean {
  return !/\/\d+(\/|$)/.test(pointer.replace(/^\/adopters\/\d+/, ''))
}

/** Every member of a case by its pointer. */
function placesIn(value: unknown, pointer = '', found = new Map<string, unknown>()): Map<string, unknown> {
  if (pointer) found.set(pointer, value)
  if (typeof value === 'object' && value !== null) for (const [part, member] of Object.entries(value)) placesIn(member, `${pointer}/${part}`, found)
  return found
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(inOneOrder(one)) === JSON.stringify(inOneOrder(other))
}

/** Members in the order of their names: the service and a form write them in orders of their own. */
function inOneOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOneOrder)
  if (typeof value !== 'object' || value === null) return value ?? null
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)).map(([name, member]) => [name, inOneOrder(member)]))
}
