// What stands in a field that is understood in several spellings: as it was typed, while the form holds it as it is sent.
import { useState } from 'react'
import { useForm } from './context'
import { pick } from './values'

interface Typed {
  typed: string
  type: (text: string) => void
}

export function useTyped(pointer: string, read: (text: string) => string | undefined, show: (value: string) => string = (value) => value): Typed {
  const form = useForm()
  const value = String(pick(form.values, pointer) ?? '')
  const [kept, setKept] = useState(show(value))
  // What was typed stays as it was typed; what came from elsewhere is shown as it came.
  const typed = read(kept) === value || kept === value ? kept : show(value)
  const type = (text: string) => {
    setKept(text)
    form.set(pointer, read(text) ?? text)
  }
  return { typed, type }
}
