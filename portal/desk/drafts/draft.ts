// What is typed into a form is kept on the service as a draft of who types it, and found again after a session that ended.
// The form is sent under the name of its draft, so that the service takes the draft away with it.
import { queryOptions, useQuery } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { service, type Schemas } from '../../shared/api/client'
import { NoAnswerError, take } from '../../shared/api/problem'
import { beijing } from '../../shared/dates'
import { useKeys } from '../frame/keys'
import { newestOf, TwiceError, write, type Subject, type Version } from './write'

/** Of what a form is: an application, or an act of a case. */
export interface DraftOf extends Subject {
  /** What keeps the text on this device while nobody answers. */
  beyond?: Beyond
}

export interface Beyond {
  read: () => Promise<{ form: string; at: string } | undefined>
  keep: (form: string, at: string) => void
  drop: () => void
}

/** A form as it was found again. */
export interface FoundDraft {
  form: string
  saved_at: string
  /** Which draft of the service it is, if it was ever there. */
  version: Version | undefined
}

/** Typing rests for so long before it is saved. */
const REST = 1500

export type Saving = { state: 'saved'; at: string } | { state: 'saving' } | { state: 'failed'; error: unknown }

/** The same form was saved from another window meanwhile. */
export interface Twice {
  was: string | undefined
  theirs: Schemas['DraftAnswer']
  mine: string
}

const draftQuery = (of: DraftOf) =>
  queryOptions({
    queryKey: ['drafts', of.purpose, of.act, of.caseId],
    // Read once for each form that opens: what is typed from then on is newer than any draft.
    staleTime: Infinity,
    gcTime: 0,
    networkMode: of.beyond ? 'always' : 'online',
    queryFn: () => find(of),
  })

async function find(of: DraftOf): Promise<FoundDraft | null> {
  const here = await of.beyond?.read()
  const there = await newestOf(of).catch((said: unknown) => {
    if (of.beyond && said instanceof NoAnswerError) return undefined
    throw said
  })
  const version = there && { draft: there.draft, version: there.version }
  if (here && (!there || here.at > there.saved_at)) return { form: here.form, saved_at: here.at, version }
  return there ? { form: there.form, saved_at: there.saved_at, version } : null
}

export function useFoundDraft(of: DraftOf, enabled = true) {
  return useQuery({ ...draftQuery(of), enabled })
}

/** Keeps a form as it is typed. `key` is the name to send it under, once something was kept. `save` answers whether the
 *  form may go: not while the text of another window waits to be looked at. One saving waits for the one before, or its
 *  own text, under way with an older version, would be taken for that of another window. */
export function useKeeping(of: DraftOf, found: FoundDraft | null) {
  const kept = useRef<{ version: Version; form: string } | undefined>(found?.version && { version: found.version, form: found.form })
  const waiting = useRef<{ timer: ReturnType<typeof setTimeout>; form: string }>(undefined)
  const [saving, setSaving] = useState<Saving | undefined>(found ? { state: 'saved', at: found.saved_at } : undefined)
  const [twice, setTwice] = useState<Twice>()
  const subject = useRef(of)
  const isUnsettled = useRef(false)
  const before = useRef<Promise<unknown>>(Promise.resolve())
  const saveNow = useCallback(async (): Promise<boolean> => {
    const form = waiting.current?.form
    clearTimeout(waiting.current?.timer)
    waiting.current = undefined
    if (form === undefined) return !isUnsettled.current
    setSaving({ state: 'saving' })
    try {
      const saved = await write(subject.current, kept.current?.version, form)
      kept.current = { version: { draft: saved.draft, version: saved.version }, form }
      subject.current.beyond?.drop()
      setSaving({ state: 'saved', at: saved.saved_at })
      return true
    } catch (error) {
      setSaving({ state: 'failed', error })
      if (!(error instanceof TwiceError)) return true
      isUnsettled.current = true
      setTwice({ was: kept.current?.form, theirs: error.theirs, mine: form })
      return false
    }
  }, [])
  const save = useCallback((): Promise<boolean> => {
    const saved = before.current.then(saveNow)
    before.current = saved
    return saved
  }, [saveNow])
  const keep = useCallback(
    (form: unknown) => {
      const text = JSON.stringify(form)
      clearTimeout(waiting.current?.timer)
      waiting.current = { form: text, timer: setTimeout(() => void save(), REST) }
      subject.current.beyond?.keep(text, beijing(new Date()))
    },
    [save],
  )
  useKeys({ 'Control+s': () => void save() })
  useEffect(() => () => clearTimeout(waiting.current?.timer), [])
  /** Goes on from what the other window saved, with the text that was chosen. */
  const settle = async (form: unknown) => {
    if (!twice) return
    kept.current = { version: { draft: twice.theirs.draft, version: twice.theirs.version }, form: twice.theirs.form }
    setTwice(undefined)
    isUnsettled.current = false
    keep(form)
    await save()
  }
  const drop = async () => {
    clearTimeout(waiting.current?.timer)
    waiting.current = undefined
    await before.current
    subject.current.beyond?.drop()
    if (kept.current) await take(service.DELETE('/v1/drafts/{draft}', { params: { path: { draft: kept.current.version.draft } } }))
    kept.current = undefined
    setSaving(undefined)
  }
  /** It was sent, or waits to be: nothing of it has to be kept here. */
  const done = () => {
    clearTimeout(waiting.current?.timer)
    waiting.current = undefined
    subject.current.beyond?.drop()
  }
  return { keep, save, saving, twice, settle, drop, done, key: () => kept.current && `draft-${kept.current.version.draft}` }
}
