// What the service says has to be given at a place of a form, beside what the type alone tells.
import type { Schemas } from '../../../shared/api/client'
import { resolve, startOf, startOfFields, type Field, type Type } from './model'
import { pick } from './values'

export type Input = Schemas['Input']
type Members = Record<string, unknown>

/** What goes into the body itself stands at the empty pointer; what goes into the path or the query stands elsewhere. */
export const OUTSIDE = ['{number}', '?']

/** The input at a place. The service writes `-` for each place of a list. */
export function inputAt(inputs: Input[], pointer: string): Input | undefined {
  const any = pointer.replace(/\/\d+(?=\/|$)/g, '/-')
  return inputs.find(({ at }) => at === any)
}

/** Whether an input is wanted, as the other values stand. */
export function wanted(input: Input, pointer: string, values: unknown): boolean {
  if (!input.when) return true
  const places = pointer.split('/')
  const at = input.when.at.split('/').map((part, place) => (part === '-' ? (places[place] ?? part) : part))
  return input.when.is.includes(pick(values, at.join('/')))
}

/** Whether what stands in a form is this choice: the same value, or an object with all of its members. */
export function fits(value: unknown, choice: unknown): boolean {
  if (typeof choice !== 'object' || choice === null) return value === choice
  if (typeof value !== 'object' || value === null) return false
  return Object.entries(choice).every(([name, member]) => (value as Members)[name] === member)
}

/** A choice put in its place: the members of an object go into what stands there. */
export function chosen(value: unknown, choice: unknown): unknown {
  if (typeof choice !== 'object' || choice === null) return choice
  return { ...(typeof value === 'object' && value !== null ? value : {}), ...choice }
}

/** The members of an object that its choices leave open. */
export function openFields(type: Type, value: unknown, choices: unknown[]): { fields: Field[]; owner: string | undefined } {
  const { type: real, name } = resolve(type)
  const settled = new Set(choices.flatMap((choice) => (typeof choice === 'object' && choice !== null ? Object.keys(choice) : [])))
  const all = real.t === 'object' ? real.fields : real.t === 'union' ? (real.of.find((each) => each.value === pick(value, `/${real.tag}`))?.fields ?? []) : []
  return { fields: all.filter(({ p }) => !settled.has(p)), owner: name }
}

/** An item of a list that begins as one of its choices. */
export function itemOf(type: Type, choice: unknown): unknown {
  const { type: real } = resolve(type)
  if (real.t !== 'union') return chosen(startOf(type), choice)
  const kind = real.of.find((each) => each.value === pick(choice, `/${real.tag}`))
  return chosen(kind ? startOfFields(kind.fields) : {}, choice)
}

/** What a form begins with: a list with one item for each is whole at once, a list one ticks is empty, and what the
 *  person came for is chosen. */
export function startWith(type: Type, inputs: Input[], preferred: Members = {}): unknown {
  const whole = startOf(type)
  if (typeof whole !== 'object' || whole === null) return whole
  let start: unknown = { ...whole }
  for (const input of inputs) {
    const parts = input.at.split('/')
    if (OUTSIDE.includes(input.at) || parts.length > 2) continue
    const name = parts[1]
    if (name === undefined) {
      const found = Object.keys(preferred).length > 0 && input.one_of?.find(({ value }) => fits(value, preferred))
      if (found) start = chosen(start, found.value)
      continue
    }
    const items = listAt(type, name)
    const members = start as Members
    if (input.kind === 'list') members[name] = []
    else if (input.kind === 'each' && items) members[name] = (input.one_of ?? []).map(({ value }) => itemOf(items, value))
    else if (input.kind === 'attendance' && items) members[name] = (input.parties ?? []).map(({ party }) => itemOf(items, { manner: 'in_person', party }))
    else if (input.kind === 'choice' && input.one_of?.some(({ value }) => value === pick(preferred, `/${name}`))) members[name] = pick(preferred, `/${name}`)
  }
  return start
}

function listAt(type: Type, name: string): Type | undefined {
  const { type: real } = resolve(type)
  const field = real.t === 'object' ? real.fields.find(({ p }) => p === name) : undefined
  const list = field && resolve(field.of).type
  return list?.t === 'list' ? list.of : undefined
}
