// Fields that the service fills with choices of its own: one of several, several of them, or one item for each. What a
// choice leaves open is asked for below it.
import type { ComponentType } from 'react'
import { useTranslations } from 'use-intl'
import { useChoiceTitle } from './choice-title'
import { useForm } from './context'
import { idOf } from './faults'
import { chosen, fits, itemOf, openFields, type Input } from './inputs'
import { Faults, type FieldProps } from './labelled'
import { resolve, type Field, type Type } from './model'
import { Options } from './options'
import { pick } from './values'

export interface ChosenProps extends FieldProps {
  input: Input
  /** How fields below are drawn; they may have choices again. */
  fields: ComponentType<{ fields: Field[]; owner: string | undefined; pointer: string }>
}

const keyOf = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value))

export function ChoiceField(props: ChosenProps) {
  const form = useForm()
  const choices = props.input.one_of ?? []
  const titleOf = useChoiceTitle(choices)
  const value = pick(form.values, props.pointer)
  const found = choices.find((choice) => fits(value, choice.value))
  const open = openFields(props.type, value, choices.map((choice) => choice.value))
  const Below = props.fields
  return (
    <>
      <Options
        {...props}
        also={membersOf(choices.map((choice) => choice.value), props.pointer)}
        options={choices.map((choice) => ({ value: keyOf(choice.value), title: titleOf(choice) }))}
        value={found ? keyOf(found.value) : ''}
        onChange={(key) => {
          const taken = choices.find((choice) => keyOf(choice.value) === key)
          if (taken) form.set(props.pointer, chosen(value, taken.value))
        }}
      />
      {(props.pointer === '' || found) && open.fields.length > 0 && <Below {...open} pointer={props.pointer} />}
    </>
  )
}

/** The members a choice settles: what is wrong with them is said at the choice. */
function membersOf(values: unknown[], pointer: string): string[] {
  const names = new Set(values.flatMap((value) => (typeof value === 'object' && value !== null ? Object.keys(value) : [])))
  return [...names].map((name) => `${pointer}/${name}`)
}

/** Several of the choices, each with what it leaves open; and, where the list takes others, too, those below. */
export function ChosenList(props: ChosenProps & { of: Type; others?: ComponentType<FieldProps> }) {
  const words = useTranslations('form')
  const form = useForm()
  const choices = props.input.one_of ?? []
  const titleOf = useChoiceTitle(choices)
  const items = (pick(form.values, props.pointer) ?? []) as unknown[]
  const set = (next: unknown[]) => form.set(props.pointer, next)
  const Below = props.fields
  const free = items.flatMap((item, place) => (choices.some((choice) => fits(item, choice.value)) ? [] : [place]))
  const Other = resolve(props.of).type.t === 'union' ? props.others : undefined
  return (
    <fieldset className="group" id={idOf(props.pointer)} tabIndex={-1}>
      <legend>{props.label}</legend>
      <Faults pointer={props.pointer} />
      {choices.map((choice) => {
        const place = items.findIndex((item) => fits(item, choice.value))
        const open = openFields(props.of, items[place], choices.map((each) => each.value))
        return (
          <div key={keyOf(choice.value)}>
            <label className="choice">
              <input
                type="checkbox"
                checked={place >= 0}
                onChange={(event) => set(event.target.checked ? [...items, itemOf(props.of, choice.value)] : items.filter((_, other) => other !== place))}
              />
              <span>{titleOf(choice)}</span>
            </label>
            {place >= 0 && open.fields.length > 0 && (
              <div className="below-choice">
                <Below {...open} pointer={`${props.pointer}/${place}`} />
              </div>
            )}
          </div>
        )
      })}
      {Other && free.map((place) => <Other key={place} {...props} pointer={`${props.pointer}/${place}`} label={words('item', { what: props.label, number: place + 1 })} needed type={props.of} />)}
      {Other && (
        <button type="button" className="button low" onClick={() => set([...items, {}])}>
          {words('addItem', { what: props.label })}
        </button>
      )}
    </fieldset>
  )
}

/** One item for each of the choices, and no other: only what they leave open is asked for. */
export function EachField(props: ChosenProps & { of: Type }) {
  const form = useForm()
  const choices = props.input.one_of ?? []
  const titleOf = useChoiceTitle(choices)
  const items = (pick(form.values, props.pointer) ?? []) as unknown[]
  const Below = props.fields
  return (
    <fieldset className="group" id={idOf(props.pointer)} tabIndex={-1}>
      <legend>{props.label}</legend>
      <Faults pointer={props.pointer} />
      {choices.map((choice) => {
        const place = items.findIndex((item) => fits(item, choice.value))
        if (place < 0) return null
        const pointer = `${props.pointer}/${place}`
        const open = openFields(props.of, items[place], choices.map((each) => each.value))
        return (
          <fieldset className="item" key={keyOf(choice.value)} id={idOf(pointer)} tabIndex={-1}>
            <legend>{titleOf(choice)}</legend>
            <Faults pointer={pointer} />
            <Below {...open} pointer={pointer} />
          </fieldset>
        )
      })}
    </fieldset>
  )
}
