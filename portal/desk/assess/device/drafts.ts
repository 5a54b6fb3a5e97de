// The drafts of one's own sheets that lie on this device and not yet, or not whole, with the service. Pages read them from
// memory; where the device can keep something, the vault holds each change, sealed.
import { useSyncExternalStore } from 'react'
import type { Schemas } from '../../../shared/api/client'

export interface Draft {
  case: string
  part: Schemas['AssessmentPart']
  /** The revision of the service it was written on; 0 where there was none. */
  based_on: number
  marks: Schemas['GivenMark'][]
  bonuses: Schemas['ClaimedBonus'][]
  /** When the newest of it was written, by the clock of the device. */
  at: string
}

/** What keeps a draft beyond the page, once somebody is known. */
export interface Keeper {
  keep: (name: string, draft: Draft) => void
  drop: (name: string) => void
}

const drafts = new Map<string, Draft>()
/** Those that were on their way when nobody answered. */
const stranded = new Set<string>()
const watchers = new Set<() => void>()
let keeper: Keeper | undefined

export const nameOfDraft = (id: string, part: Draft['part']) => `draft/${id}/${part}`

/** Takes over what was kept for this person, and nothing of anybody before. */
export function takeUp(kept: Draft[], by: Keeper | undefined): void {
  drafts.clear()
  stranded.clear()
  for (const draft of kept) drafts.set(nameOfDraft(draft.case, draft.part), draft)
  keeper = by
  tell()
}

export function writeDraft(draft: Draft): void {
  const name = nameOfDraft(draft.case, draft.part)
  drafts.set(name, draft)
  keeper?.keep(name, draft)
  tell()
}

/** Takes a draft away, unless something was written since. Answers whether it went. */
export function dropDraft(draft: Draft): boolean {
  const name = nameOfDraft(draft.case, draft.part)
  if (drafts.get(name) !== draft) return false
  drafts.delete(name)
  stranded.delete(name)
  keeper?.drop(name)
  tell()
  return true
}

export function draftOf(id: string, part: Draft['part']): Draft | undefined {
  return drafts.get(nameOfDraft(id, part))
}

/** Nobody answered: it is to be tried again without being asked for. */
export function strand({ case: id, part }: Draft): void {
  stranded.add(nameOfDraft(id, part))
}

export function strandedDrafts(): Draft[] {
  return [...stranded].flatMap((name) => drafts.get(name) ?? [])
}

export function allDrafts(): Draft[] {
  return [...drafts.values()]
}

export function useDraft(id: string, part: Draft['part']): Draft | undefined {
  return useSyncExternalStore(watchDrafts, () => draftOf(id, part))
}

/** How many sheets have something that is not with the service yet. */
export function useDraftCount(): number {
  return useSyncExternalStore(watchDrafts, () => drafts.size)
}

export function watchDrafts(watcher: () => void): () => void {
  watchers.add(watcher)
  return () => watchers.delete(watcher)
}

function tell(): void {
  for (const watcher of watchers) watcher()
}
