// The label, the hint and what is wrong, round any control of a form.
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { Article } from '../../parts/said'
import { useForm } from './context'
import { idOf } from './faults'
import type { Type } from './model'

export interface FieldProps {
  pointer: string
  label: string
  needed: boolean
  type: Type
  property: string
  /** Places that have no field of their own: what is wrong with them is said here, too. */
  also?: string[]
}

/** The label, the hint and the faults round a control. */
export function Labelled({ pointer, also, label, needed, hint, children }: FieldProps & { hint?: string | undefined; children: (given: Given) => ReactNode }) {
  const words = useTranslations('form')
  const faults = useFaults(pointer, also)
  const id = idOf(pointer)
  return (
    <div className="field">
      <label htmlFor={id}>
        {label}
        {!needed && <span className="quiet"> {words('optional')}</span>}
      </label>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {faults.map((fault) => (
        <p className="fault" key={fault.rule + fault.message} id={`${id}-fault`}>
          {fault.message} <Article of={fault} />
        </p>
      ))}
      {children({
        id,
        'aria-invalid': faults.length > 0 || undefined,
        'aria-describedby': [hint && `${id}-hint`, faults.length > 0 && `${id}-fault`].filter(Boolean).join(' ') || undefined,
        'aria-required': needed || undefined,
      })}
    </div>
  )
}

export interface Given {
  id: string
  'aria-invalid': boolean | undefined
  'aria-describedby': string | undefined
  'aria-required': boolean | undefined
}

/** What is wrong with a group of fields, above them. */
export function Faults({ pointer, also }: { pointer: string; also?: string[] | undefined }) {
  const faults = useFaults(pointer, also)
  return faults.map((fault) => (
    <p className="fault" key={fault.rule + fault.message} id={`${idOf(pointer)}-fault`}>
      {fault.message} <Article of={fault} />
    </p>
  ))
}

function useFaults(pointer: string, also: string[] = []) {
  const { faults } = useForm()
  return [pointer, ...also].flatMap((each) => faults.get(each) ?? [])
}
