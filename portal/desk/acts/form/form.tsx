// A form for any body of the interface: the summary of what is wrong, the fields, one button.
import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import { useKeys } from '../../frame/keys'
import { useTranslations } from 'use-intl'
import { ChoiceField } from './chosen'
import { FormContext, type FormState } from './context'
import { faultsOf } from './faults'
import { Fields } from './field'
import { inputAt, startWith, type Input } from './inputs'
import { change, filled, resolve, type Type } from './model'
import { Summary } from './summary'

export interface FormProps {
  type: Type
  /** The schema the fields are of, where the type has no name. */
  owner?: string
  /** What the form is about, in words. */
  what: string
  start?: unknown
  /** What the service asks for, beside what the type alone tells. */
  inputs?: Input[]
  /** What the person came for: it is chosen wherever it is offered. */
  preferred?: Record<string, unknown> | undefined
  error: unknown
  sending: boolean
  button: string
  primary?: boolean
  onTyped?: (values: unknown) => void
  onSubmit: (body: unknown) => void
  beside?: ReactNode
}

export function Form(props: FormProps) {
  const { type, name } = resolve(props.type, props.owner)
  const [values, setValues] = useState<unknown>(() => props.start ?? startWith(props.type, props.inputs ?? [], props.preferred))
  const words = useTranslations('form')
  const { inputs, error, onTyped } = props
  const first = useRef(values)
  useEffect(() => {
    if (values !== first.current) onTyped?.(values)
  }, [values, onTyped])
  const state = useMemo<FormState>(
    () => ({
      values,
      set: (pointer, value) => {
        setValues((before: unknown) => change(before, pointer, value))
      },
      faults: faultsOf(error),
      input: (pointer) => inputAt(inputs ?? [], pointer),
    }),
    [values, inputs, error],
  )
  const submit = () => props.onSubmit(filled(values, props.type))
  useKeys({ 'Control+Enter': submit })
  if (type.t !== 'object') return null
  const whole = state.input('')
  return (
    <FormContext.Provider value={state}>
      <form
        noValidate
        className="form"
        aria-label={props.what}
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
        onKeyDown={(event) => {
          // Enter in a field sends no form of more than one field, and none while a character is being composed.
          const field = event.target instanceof HTMLInputElement
          if (event.key === 'Enter' && !event.ctrlKey && field && (type.fields.length > 1 || event.nativeEvent.isComposing)) event.preventDefault()
        }}
      >
        <Summary error={error} what={props.what} of={{ type: props.type, owner: props.owner }} />
        {whole ? (
          <ChoiceField pointer="" property="" label={words('about')} needed type={props.type} input={whole} fields={Fields} />
        ) : (
          <Fields fields={type.fields} owner={name} pointer="" />
        )}
        {props.beside}
        <div className="form-foot">
          <button className={props.primary === false ? 'button' : 'button primary'} disabled={props.sending}>
            {props.button}
          </button>
        </div>
      </form>
    </FormContext.Provider>
  )
}
