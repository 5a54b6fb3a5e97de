// What is typed into a form is kept on the service as a draft of who types it, and found again after a session that ended.
// The form is sent under the name of its draft, so that the service takes the draft away with it.
import { queryOptions, useQuery } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { ifMatch, service, type Schemas } from '../../shared/api/client'
import { ProblemError, take } from '../../shared/api/problem'
import { useKeys } from '../frame/keys'

type Draft = Schemas['DraftAnswer']

/** Of what a form is: an application, or an act of a case. */
export interface DraftOf {
  purpose: Schemas['DraftPurpose']
  act?: Schemas['Act']
  caseId?: string
}

/** Typing rests for so long before it is saved. */
const REST = 1500

export type Saving = { state: 'saved'; at: string } | { state: 'saving' } | { state: 'failed'; error: unknown }

const draftQuery = ({ purpose, act, caseId }: DraftOf) =>
  queryOptions({
    queryKey: ['drafts', purpose, act, caseId],
    // Read once for each form that opens: what is typed from then on is newer than any draft.
    staleTime: Infinity,
    gcTime: 0,
    queryFn: async (): Promise<Draft | null> => {
      const { drafts } = await take(service.GET('/v1/drafts', { params: { query: caseId ? { case_id: caseId } : {} } }))
      const mine = drafts.filter((each) => each.purpose === purpose && (each.act ?? undefined) === act)
      const newest = mine.sort((one, other) => other.saved_at.localeCompare(one.saved_at))[0]
      return newest ? take(service.GET('/v1/drafts/{draft}', { params: { path: { draft: newest.draft } } })) : null
    },
  })

export function useFoundDraft(of: DraftOf, enabled = true) {
  return useQuery({ ...draftQuery(of), enabled })
}

/** Keeps a form as it is typed. `key` is the name to send it under, once something was kept. */
export function useKeeping(of: DraftOf, found: Draft | null) {
  const kept = useRef(found ? { draft: found.draft, version: found.version } : undefined)
  const waiting = useRef<{ timer: ReturnType<typeof setTimeout>; form: string }>(undefined)
  const [saving, setSaving] = useState<Saving | undefined>(found ? { state: 'saved', at: found.saved_at } : undefined)
  const subject = useRef(of)
  const save = useCallback(async () => {
    const form = waiting.current?.form
    clearTimeout(waiting.current?.timer)
    waiting.current = undefined
    if (form === undefined) return
    setSaving({ state: 'saving' })
    try {
      const saved = await write(subject.current, kept.current, form)
      kept.current = { draft: saved.draft, version: saved.version }
      setSaving({ state: 'saved', at: saved.saved_at })
    } catch (error) {
      setSaving({ state: 'failed', error })
    }
  }, [])
  const keep = useCallback(
    (form: unknown) => {
      clearTimeout(waiting.current?.timer)
      waiting.current = { form: JSON.stringify(form), timer: setTimeout(() => void save(), REST) }
    },
    [save],
  )
  useKeys({ 'Control+s': () => void save() })
  useEffect(() => () => clearTimeout(waiting.current?.timer), [])
  const drop = async () => {
    clearTimeout(waiting.current?.timer)
    waiting.current = undefined
    if (kept.current) await take(service.DELETE('/v1/drafts/{draft}', { params: { path: { draft: kept.current.draft } } }))
    kept.current = undefined
    setSaving(undefined)
  }
  return { keep, save, saving, drop, key: () => kept.current && `draft-${kept.current.draft}` }
}

async function write(of: DraftOf, kept: { draft: string; version: number } | undefined, form: string): Promise<Draft> {
  if (!kept) {
    const body = { purpose: of.purpose, label: '', form, ...(of.act && { act: of.act }), ...(of.caseId && { case_id: of.caseId }) }
    return take(service.POST('/v1/drafts', { body }))
  }
  const path = { draft: kept.draft }
  const put = (version: number) => take(service.PUT('/v1/drafts/{draft}', { params: { path, header: { 'If-Match': ifMatch(version) } }, body: { label: '', form } }))
  try {
    return await put(kept.version)
  } catch (error) {
    if (!(error instanceof ProblemError) || error.status !== 409) throw error
    // The same form was saved from another window of the same person: what is typed last is what counts.
    const { version } = await take(service.GET('/v1/drafts/{draft}', { params: { path } }))
    return put(version)
  }
}
