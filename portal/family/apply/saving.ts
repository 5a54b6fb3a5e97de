// Saves the form a moment after the last letter, one saving at a time, and says how it stands.
import { useCallback, useEffect, useRef, useState } from 'react'
import type { PreApplication } from '../service'
import { ChangedElsewhereError, formOf, save, type Form } from './draft'

const AFTER = 900

export interface Saving {
  form: Form
  change: (change: Partial<Form>) => void
  state: 'saved' | 'typing' | 'saving' | 'failed' | 'changed elsewhere'
  error: unknown
  again: () => void
  /** Takes what somebody else saved in the place of what is typed here. */
  takeTheirs: () => void
}

export function useSaving(code: string, draft: PreApplication, show: (draft: PreApplication) => void): Saving {
  const [form, setForm] = useState(() => formOf(draft))
  const [state, setState] = useState<Saving['state']>('saved')
  const [error, setError] = useState<unknown>()
  const seen = useRef(draft)
  const latest = useRef(form)
  const isBusy = useRef(false)
  const theirs = useRef<PreApplication>(undefined)

  const work = useCallback(async () => {
    if (isBusy.current) return
    isBusy.current = true
    try {
      for (let typed = latest.current; JSON.stringify(typed) !== seen.current.form; typed = latest.current) {
        setState('saving')
        seen.current = await save(code, typed, seen.current)
        show(seen.current)
      }
      setState('saved')
      setError(undefined)
    } catch (caught) {
      if (caught instanceof ChangedElsewhereError) theirs.current = caught.theirs
      setError(caught)
      setState(caught instanceof ChangedElsewhereError ? 'changed elsewhere' : 'failed')
    } finally {
      isBusy.current = false
    }
  }, [code, show])

  useEffect(() => {
    latest.current = form
    if (JSON.stringify(form) === seen.current.form) return
    const timer = setTimeout(() => void work(), AFTER)
    return () => clearTimeout(timer)
  }, [form, work])

  // What was typed when the page is left is saved then; with no line, the browser asks before it lets go.
  useEffect(() => {
    const leaving = (event: BeforeUnloadEvent) => {
      if (JSON.stringify(latest.current) === seen.current.form) return
      void work()
      event.preventDefault()
    }
    const back = () => void work()
    window.addEventListener('beforeunload', leaving)
    window.addEventListener('online', back)
    return () => {
      window.removeEventListener('beforeunload', leaving)
      window.removeEventListener('online', back)
      void work()
    }
  }, [work])

  return {
    form,
    state,
    error,
    change: (change) => {
      setState('typing')
      setForm((before) => ({ ...before, ...change }))
    },
    again: () => {
      // Mine over theirs: what they saved was seen.
      if (theirs.current) seen.current = theirs.current
      void work()
    },
    takeTheirs: () => {
      if (!theirs.current) return
      seen.current = theirs.current
      setForm(formOf(theirs.current))
      setState('saved')
      setError(undefined)
      show(theirs.current)
    },
  }
}
