// One field of a form, whatever its type is. Groups, choices of a group and lists are made of fields again, so they
// stand here; what is made of none stands in files of its own.
import { useTranslations } from 'use-intl'
import { useNames } from '../../parts/names'
import { AgencyField } from './agency-field'
import { AttendanceField } from './attendance'
import { ChoiceField, ChosenList, EachField } from './chosen'
import { useForm } from './context'
import { DayField } from './day-field'
import { idOf } from './faults'
import { wanted, type Input } from './inputs'
import { Faults, type FieldProps } from './labelled'
import { resolve, startOf, startOfFields, type Field as FieldOf, type Type } from './model'
import { EnumField, Ticks } from './options'
import { PersonField } from './person-field'
import { isMoney, MoneyField } from './money-field'
import { TextField, YesField } from './text-field'
import { TimeField } from './time-field'
import { pick } from './values'

/** The fields of an object, one below the other. */
export function Fields({ fields, owner, pointer }: { fields: FieldOf[]; owner: string | undefined; pointer: string }) {
  const names = useNames()
  return fields.map(({ p, needed, of }) => (
    <AnyField key={p} pointer={`${pointer}/${p}`} property={p} label={names.field(owner, p)} needed={needed} type={of} />
  ))
}

export function AnyField(props: FieldProps) {
  const { type, name } = resolve(props.type)
  const form = useForm()
  const input = form.input(props.pointer)
  if (input && !wanted(input, props.pointer, form.values)) return null
  if (input && SHAPED.has(input.kind)) return <AskedField {...props} input={input} />
  switch (type.t) {
    case 'object':
      return <ObjectField {...props} fields={type.fields} name={name} />
    case 'union':
      return <UnionField {...props} union={type} name={name} />
    case 'list':
      return <ListField {...props} list={type} />
    case 'yes':
      return <YesField {...props} />
    case 'enum':
      return <EnumField {...props} words={type.of} name={name} />
    case 'day':
      return <DayField {...props} />
    case 'time':
      return <TimeField {...props} />
    default:
      if (name === 'UserId') return <PersonField {...props} />
      if (name === 'AgencyId') return <AgencyField {...props} />
      return isMoney(props.property) ? <MoneyField {...props} /> : <TextField {...props} kind={type.t} />
  }
}

/** What is drawn as the service says, whatever its type is. */
const SHAPED = new Set<Input['kind']>(['choice', 'list', 'each', 'attendance'])

function AskedField(props: FieldProps & { input: Input }) {
  const { type } = resolve(props.type)
  if (props.input.kind === 'choice') return <ChoiceField {...props} fields={Fields} />
  if (props.input.kind === 'attendance') return <AttendanceField {...props} />
  if (type.t !== 'list') return null
  if (props.input.kind === 'list') return <ChosenList {...props} fields={Fields} of={type.of} others={AnyField} />
  return <EachField {...props} fields={Fields} of={type.of} />
}

function ObjectField(props: FieldProps & { fields: FieldOf[]; name: string | undefined }) {
  const words = useTranslations('form')
  const form = useForm()
  const value = pick(form.values, props.pointer)
  const absent = value === undefined || value === null
  return (
    <fieldset className="group" id={idOf(props.pointer)} tabIndex={-1}>
      <legend>{props.label}</legend>
      <Faults pointer={props.pointer} />
      {absent ? (
        <button type="button" className="button low" onClick={() => form.set(props.pointer, startOf({ t: 'object', fields: props.fields }))}>
          {words('add', { what: props.label })}
        </button>
      ) : (
        <>
          <Fields fields={props.fields} owner={props.name} pointer={props.pointer} />
          {!props.needed && (
            <button type="button" className="button low" onClick={() => form.set(props.pointer, undefined)}>
              {words('remove', { what: props.label })}
            </button>
          )}
        </>
      )}
    </fieldset>
  )
}

function UnionField(props: FieldProps & { union: Extract<Type, { t: 'union' }>; name: string | undefined }) {
  const names = useNames()
  const form = useForm()
  const { tag } = props.union
  const value = (pick(form.values, props.pointer) ?? {}) as Record<string, unknown>
  const chosen = props.union.of.find((each) => each.value === value[tag])
  return (
    <fieldset className="group" id={idOf(props.pointer)} tabIndex={-1}>
      <legend>{props.label}</legend>
      <Faults pointer={props.pointer} />
      <div className="field">
        <label htmlFor={idOf(`${props.pointer}/${tag}`)}>{names.field(props.name, tag)}</label>
        <UnionSelect {...props} value={chosen?.value ?? ''} />
      </div>
      {chosen && <Fields fields={chosen.fields} owner={props.name} pointer={props.pointer} />}
    </fieldset>
  )
}

function UnionSelect(props: FieldProps & { union: Extract<Type, { t: 'union' }>; name: string | undefined; value: string }) {
  const words = useTranslations('form')
  const names = useNames()
  const form = useForm()
  const set = (word: string) => {
    const kind = props.union.of.find((each) => each.value === word)
    form.set(props.pointer, kind ? { [props.union.tag]: word, ...startOfFields(kind.fields) } : {})
  }
  return (
    <select className="input short" id={idOf(`${props.pointer}/${props.union.tag}`)} value={props.value} onChange={(event) => set(event.target.value)}>
      <option value="">{words('choose')}</option>
      {props.union.of.map(({ value }) => (
        <option key={value} value={value}>
          {names.value(props.name ?? '', value)}
        </option>
      ))}
    </select>
  )
}

function ListField(props: FieldProps & { list: Extract<Type, { t: 'list' }> }) {
  const words = useTranslations('form')
  const form = useForm()
  const items = (pick(form.values, props.pointer) ?? []) as unknown[]
  const { type, name } = resolve(props.list.of)
  if (type.t === 'enum') return <Ticks {...props} words={type.of} name={name} />
  const set = (next: unknown[]) => form.set(props.pointer, next)
  return (
    <fieldset className="group" id={idOf(props.pointer)} tabIndex={-1}>
      <legend>{props.label}</legend>
      <Faults pointer={props.pointer} />
      {items.map((_, place) => {
        const title = words('item', { what: props.label, number: place + 1 })
        const pointer = `${props.pointer}/${place}`
        const remove = (
          <button type="button" className="button low" onClick={() => set(items.filter((__, other) => other !== place))}>
            {words('remove', { what: title })}
          </button>
        )
        if (type.t !== 'object') {
          return (
            <div className="item" key={place}>
              <AnyField {...props} pointer={pointer} label={title} needed type={props.list.of} />
              {remove}
            </div>
          )
        }
        return (
          <fieldset className="item" key={place} id={idOf(pointer)} tabIndex={-1}>
            <legend>{title}</legend>
            <Fields fields={type.fields} owner={name} pointer={pointer} />
            {remove}
          </fieldset>
        )
      })}
      <button type="button" className="button low" onClick={() => set([...items, startOf(props.list.of)])}>
        {words('addItem', { what: props.label })}
      </button>
    </fieldset>
  )
}
