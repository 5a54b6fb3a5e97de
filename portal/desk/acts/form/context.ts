// What the fields of one form share: its values, how they change, what was found wrong, what may be chosen.
import { createContext, useContext } from 'react'
import type { Violation } from '../../../shared/api/problem'

export interface Choice {
  value: unknown
  title: string
}

export interface FormState {
  values: unknown
  set: (pointer: string, value: unknown) => void
  faults: Map<string, Violation[]>
  /** What the service says may be chosen at a pointer, beside what the type alone allows. */
  choices: (pointer: string) => Choice[] | undefined
}

export const FormContext = createContext<FormState | undefined>(undefined)

export function useForm(): FormState {
  const form = useContext(FormContext)
  if (!form) throw new Error('a field stands outside of a form')
  return form
}
