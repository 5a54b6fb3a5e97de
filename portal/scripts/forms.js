// Takes out of `openapi.json` what a form needs to be drawn: the bodies of the acts and of the operations that open a
// case, and the types they are made of. No rule of law is in it, as there is none in the description.
import { readFileSync, writeFileSync } from 'node:fs'

const api = JSON.parse(readFileSync(new URL('../../openapi.json', import.meta.url), 'utf8'))
const schemas = api.components.schemas
const types = {}

const nameOf = (ref) => ref.split('/').at(-1)

/** A type that may be left out is written as any of itself and null. */
function strip(schema) {
  if (schema.anyOf) {
    const real = schema.anyOf.filter((each) => !(each.enum?.length === 1 && each.enum[0] === null))
    if (real.length === 1) return { ...real[0], nullable: true }
  }
  if (schema.allOf?.length === 1) return schema.allOf[0]
  return schema
}

function typeOf(given) {
  const schema = strip(given)
  if (schema.$ref) {
    const name = nameOf(schema.$ref)
    if (!(name in types)) {
      types[name] = null
      types[name] = typeOf({ ...schemas[name], title: name })
    }
    return { t: 'ref', of: name }
  }
  if (schema.oneOf) return oneOf(schema)
  if (schema.enum) return { t: 'enum', of: schema.enum.filter((value) => value !== null) }
  if (schema.type === 'boolean') return { t: 'yes' }
  if (schema.type === 'integer') return { t: 'whole', least: schema.minimum ?? 0, most: schema.maximum }
  if (schema.type === 'array') return { t: 'list', of: typeOf(schema.items), least: schema.minItems ?? 0 }
  if (schema.type === 'object' || schema.properties) return { t: 'object', fields: fieldsOf(schema) }
  if (schema.format === 'date') return { t: 'day' }
  if (schema.format === 'partial-time') return { t: 'time' }
  return { t: 'text' }
}

// The description names members by the alphabet; a form asks as one talks: who, when, where, then the rest.
const ORDER = [
  'kind', 'what', 'party', 'check', 'ground', 'name', 'resident_id', 'document', 'sex', 'birth_date', 'ethnic_group', 'marital_status', 'children',
  'education', 'occupation', 'telephone', 'credit_code', 'responsible_person', 'responsible_person_id', 'household_address', 'division', 'residence', 'residency',
  'address', 'health', 'new_name', 'method', 'on', 'visited_on', 'began_at', 'ended_at', 'place', 'people', 'alone', 'notes', 'question', 'answer', 'outcome', 'checked_on', 'source',
  'person', 'substitute', 'from', 'until',
]
const LAST = ['signing', 'opinion', 'reason', 'wishes']

const placeOf = (name) => (LAST.includes(name) ? 1000 + LAST.indexOf(name) : (ORDER.indexOf(name) + 1 || 500))

function fieldsOf(schema, without = []) {
  const needed = new Set(schema.required ?? [])
  return Object.entries(schema.properties ?? {})
    .filter(([name]) => !without.includes(name))
    .sort(([one], [other]) => placeOf(one) - placeOf(other))
    .map(([name, type]) => ({ p: name, needed: needed.has(name), of: typeOf(type) }))
}

/** Objects told apart by the member that the description names; each is a type of its own. */
function oneOf(schema) {
  const tag = schema.discriminator?.propertyName
  if (!tag) throw new Error(`a choice without a word that tells its members apart: ${schema.title}`)
  const variants = schema.oneOf.map((each) => schemas[nameOf(each.$ref)])
  return {
    t: 'union',
    tag,
    of: variants.map((each) => ({ value: each.properties[tag].enum[0], fields: fieldsOf(each, [tag]) })),
  }
}

// What is not of a case and has a form of its own all the same.
const ALSO = [
  'change_office_rules', 'create_absence', 'end_absence', 'import_calendar', 'withdraw_calendar',
  'create_invitation', 'change_roles', 'change_qualification', 'create_agency', 'change_agency', 'change_standing',
  'create_donation', 'receive_donation', 'change_donation_purpose', 'record_donation_use', 'publish_donation', 'withdraw_donation',
  'review_donation_hold', 'move_practice_clock', 'reply_pre_application', 'settle_notice_report',
]
const operations = {}
for (const [path, methods] of Object.entries(api.paths)) {
  for (const [method, operation] of Object.entries(methods)) {
    const named = (operation.parameters ?? []).map((each) => each.name)
    const body = operation.requestBody?.content?.['application/json; charset=utf-8'] ?? operation.requestBody?.content?.['application/json']
    const also = ALSO.includes(operation.operationId)
    if (!body?.schema.$ref || !(also || (method === 'post' && named.includes('Idempotency-Key')))) continue
    typeOf(body.schema)
    // How an act is sent the service tells with the acts of a case.
    if (also) operations[operation.operationId] = { method: method.toUpperCase(), path, body: nameOf(body.schema.$ref) }
  }
}

writeFileSync(new URL('../desk/acts/forms.json', import.meta.url), JSON.stringify({ operations, types }))

// Every field and every word of a list has a name in both languages.
const missing = []
for (const language of ['zh-CN', 'en']) {
  const read = (file) => JSON.parse(readFileSync(new URL(`../desk/words/${language}/${file}.json`, import.meta.url), 'utf8'))
  const [fields, values] = [read('fields'), { ...read('values'), ...read('papers') }]
  const field = (owner, { p }) => fields.of[owner]?.[p] ?? fields.any[p] ?? missing.push(`${language} ${owner}.${p}`)
  const value = (owner, word) => /\p{Script=Han}/u.test(word) || values[owner]?.[word] || missing.push(`${language} ${owner}.${word}`)
  const named = read('operations')
  for (const methods of Object.values(api.paths))
    for (const { operationId } of Object.values(methods)) if (operationId && !named[operationId]) missing.push(`${language} operations.${operationId}`)
  for (const [owner, type] of Object.entries(types)) {
    if (type.t === 'object') for (const each of type.fields) field(owner, each)
    if (type.t === 'enum') for (const word of type.of) value(owner, word)
    if (type.t === 'union')
      for (const each of type.of) {
        value(owner, each.value)
        for (const one of each.fields) field(owner, one)
      }
  }
}
if (missing.length > 0) {
  console.error(`Words are missing:\n${missing.join('\n')}`)
  // Pages without a word are still pages; only the check is strict.
  if (process.argv.includes('--strict')) process.exit(1)
}
