// What a form is made of, as `scripts/forms.js` took it out of the description of the interface.
import read from '../forms.json'

export interface Field {
  p: string
  needed: boolean
  of: Type
}

export type Type =
  | { t: 'text' | 'day' | 'time' | 'yes' }
  | { t: 'whole'; least: number; most?: number }
  | { t: 'enum'; of: string[] }
  | { t: 'list'; of: Type; least: number }
  | { t: 'object'; fields: Field[] }
  | { t: 'union'; tag: string; of: { value: string; fields: Field[] }[] }
  | { t: 'ref'; of: string }

export interface Operation {
  method: string
  path: string
  body: string
}

const forms = read as unknown as { operations: Record<string, Operation>; types: Record<string, Type> }

export function operationCalled(id: string): Operation | undefined {
  return forms.operations[id]
}

/** The type a pointer into the description names, such as `#/components/schemas/Register`. */
export function typeAt(pointer: string): Type {
  return { t: 'ref', of: pointer.slice(pointer.lastIndexOf('/') + 1) }
}

/** Follows names to the type itself, and says the last name. */
export function resolve(type: Type, name?: string): { type: Exclude<Type, { t: 'ref' }>; name: string | undefined } {
  if (type.t !== 'ref') return { type, name }
  const next = forms.types[type.of]
  return next ? resolve(next, type.of) : { type: { t: 'text' }, name: type.of }
}

/** What stands in a field before anybody typed. */
export function startOf(type: Type): unknown {
  const { type: real } = resolve(type)
  switch (real.t) {
    case 'object':
      return startOfFields(real.fields)
    case 'list':
      return Array.from({ length: Math.max(real.least, isPlain(real.of) ? 0 : 1) }, () => startOf(real.of))
    case 'union':
      return {}
    case 'yes':
      return false
    default:
      return ''
  }
}

export function startOfFields(fields: Field[]): Record<string, unknown> {
  return Object.fromEntries(fields.filter(({ needed }) => needed).map(({ p, of }) => [p, startOf(of)]))
}

function isPlain(type: Type): boolean {
  const { t } = resolve(type).type
  return t !== 'object' && t !== 'union'
}

/** What is sent: without fields nobody filled that may be left out. */
export function filled(value: unknown, type: Type): unknown {
  const { type: real } = resolve(type)
  if (real.t === 'list' && Array.isArray(value)) {
    return value.map((each) => filled(each, real.of)).filter((each) => each !== '' && each !== undefined)
  }
  if (typeof value !== 'object' || value === null) return value
  const members = value as Record<string, unknown>
  if (real.t === 'object') return filledFields(members, real.fields)
  if (real.t === 'union') {
    const chosen = real.of.find((each) => each.value === members[real.tag])
    return chosen ? { [real.tag]: chosen.value, ...filledFields(members, chosen.fields) } : undefined
  }
  return value
}

function filledFields(members: Record<string, unknown>, fields: Field[]): Record<string, unknown> {
  return Object.fromEntries(
    fields
      .map(({ p, of }) => [p, filled(members[p], of)] as const)
      // An empty field goes out as nothing, so that the service says what is missing in its own words.
      .filter(([, value]) => value !== '' && value !== undefined),
  )
}

/** A copy with one member changed, by its JSON pointer. */
export function change(value: unknown, pointer: string, to: unknown): unknown {
  const [, first, ...rest] = pointer.split('/')
  if (first === undefined) return to
  const below = rest.length > 0 ? `/${rest.join('/')}` : ''
  if (Array.isArray(value)) return value.map((each, place) => (String(place) === first ? change(each, below, to) : each))
  const members = (value ?? {}) as Record<string, unknown>
  return { ...members, [first]: change(members[first], below, to) }
}
