// What the fields of one form share: its values, how they change, what was found wrong, what the service asks for where.
import { createContext, useContext } from 'react'
import type { Violation } from '../../../shared/api/problem'
import type { Input } from './inputs'

export interface FormState {
  values: unknown
  set: (pointer: string, value: unknown) => void
  faults: Map<string, Violation[]>
  /** What the service says has to be given at a pointer, beside what the type alone tells. */
  input: (pointer: string) => Input | undefined
}

export const FormContext = createContext<FormState | undefined>(undefined)

export function useForm(): FormState {
  const form = useContext(FormContext)
  if (!form) throw new Error('a field stands outside of a form')
  return form
}
