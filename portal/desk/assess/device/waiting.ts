// What was done without a line and waits here for the service: records of the work, entries of a log, and the photos that
// show them. Pages read them from memory; the vault holds each, sealed, until it was delivered or has run out.
import { useSyncExternalStore } from 'react'
import type { Schemas } from '../../../shared/api/client'
import type { CaseView } from '../../case/read'
import type { Problem } from '../../../shared/api/problem'
import { sayNotKept, type Vault } from './vault'

/** What is wanted of the service: the form of an act, or a file of a piece of evidence. */
export type Wanted =
  | { is: 'act'; path: string; body: unknown }
  | { is: 'photo'; type: string; size: number; name: string; shows: Shown }

/** A piece of evidence: one the case has by its number, or one of a record that still waits here, by its place in it. */
export type Shown = { piece: number } | { record: string; place: number }

export interface Waiting {
  id: string
  /** Sent again it is the same request. */
  key: string
  case: string
  /** The number of the case. */
  of: string
  act: Schemas['Act']
  title: Schemas['Message']
  /** The version of the case it was written on. */
  seen: number
  wanted: Wanted
  /** When it was written, by the clock of the device. */
  at: string
  order: number
  /** The tries that nobody answered: any of them may have arrived. `pieces` is how many there were by then. */
  tries: { version: number; pieces: number }[]
  /** `clash` where somebody did something since it was written, `refused` where the service will not have it as it is. */
  standing: 'waits' | 'clash' | 'refused'
  said?: Problem
}

/** As long as the service remembers a key: what is sent later might be done twice. */
export const WAITING_HOURS = 7 * 24
/** All photos together. */
export const MOST_BYTES = 100 * 1024 * 1024
export const MOST_WAITING = 200

const HOUR = 3_600_000
const waiting = new Map<string, Waiting>()
/** Where the device keeps nothing, the photos of this page. */
const held = new Map<string, Blob>()
const watchers = new Set<() => void>()
let all: Waiting[] = []
let vault: Vault | undefined

/** The cases as they stood when something was written on them, for who is told of a clash. */
const seen = new Map<string, CaseView[]>()

const nameOf = (id: string) => `waiting/${id}`
const nameOfPhoto = (id: string) => `photo/${id}`
const nameOfSeen = (id: string) => `seen/${id}`

export function untilOf({ at }: Pick<Waiting, 'at'>): number {
  return Date.parse(at) + WAITING_HOURS * HOUR
}

function hoursLeft(each: Waiting): number {
  return (untilOf(each) - Date.now()) / HOUR
}

/** Takes over what was kept for this person, and nothing of anybody before. */
export async function takeUpWaiting(by: Vault | undefined): Promise<void> {
  vault = by
  waiting.clear()
  held.clear()
  seen.clear()
  for (const each of ((await by?.all('waiting/')) ?? []) as Waiting[]) waiting.set(each.id, each)
  tell()
}

export class DeviceFullError extends Error {
  override readonly name = 'DeviceFullError'
}

type New = Pick<Waiting, 'key' | 'case' | 'of' | 'act' | 'title' | 'wanted'>

/** Puts something at the end of what waits. Where there is no room for it, nothing of it is kept, and it says so. */
export async function put(given: New, view: CaseView, photo?: Blob): Promise<void> {
  if (all.length >= MOST_WAITING || bytesWaiting() + (photo?.size ?? 0) > MOST_BYTES) throw new DeviceFullError('as much as may wait')
  const order = Math.max(0, ...all.map((each) => each.order)) + 1
  const each: Waiting = { ...given, seen: view.version, id: crypto.randomUUID(), at: new Date().toISOString(), order, tries: [], standing: 'waits' }
  try {
    // The photo first: what is listed is there.
    if (photo) await vault?.keepBytes(nameOfPhoto(each.id), await photo.arrayBuffer(), WAITING_HOURS)
    await keepSeen(each.case, view)
    await vault?.keep(nameOf(each.id), each, WAITING_HOURS)
  } catch (said) {
    await vault?.drop(nameOfPhoto(each.id)).catch(() => undefined)
    if (said instanceof DOMException) throw new DeviceFullError('no room on the device', { cause: said })
    throw said
  }
  if (photo && !vault) held.set(each.id, photo)
  waiting.set(each.id, each)
  tell()
}

/** Writes down how something stands. A device that cannot says so, and the page goes on from memory. */
export async function alter(each: Waiting): Promise<void> {
  if (!waiting.has(each.id)) return
  waiting.set(each.id, each)
  tell()
  await vault?.keep(nameOf(each.id), each, hoursLeft(each)).catch(sayNotKept)
}

/** It was delivered, or is given up: then the photos that show it go with it. */
export async function drop(id: string): Promise<void> {
  const gone = [id, ...photosOf(id).map((photo) => photo.id)]
  for (const each of gone) {
    waiting.delete(each)
    held.delete(each)
  }
  tell()
  for (const each of gone) {
    await vault?.drop(nameOf(each))
    await vault?.drop(nameOfPhoto(each))
  }
  for (const of of [...seen.keys()].filter((one) => waitingOf(one).length === 0)) {
    seen.delete(of)
    await vault?.drop(nameOfSeen(of))
  }
}

/** Remembers a case as something that waits was written on it. */
export async function keepSeen(id: string, view: CaseView): Promise<void> {
  const known = await seenOf(id)
  if (known.some(({ version }) => version === view.version)) return
  const wanted = new Set(waitingOf(id).map((each) => each.seen))
  const next = [...known.filter(({ version }) => wanted.has(version)), view]
  seen.set(id, next)
  await vault?.keep(nameOfSeen(id), next, WAITING_HOURS)
}

async function seenOf(id: string): Promise<CaseView[]> {
  const known = seen.get(id) ?? ((await vault?.read(nameOfSeen(id))) as CaseView[] | undefined) ?? []
  seen.set(id, known)
  return known
}

/** The case something was written on, or the newest before it. */
export async function seenCase(each: Waiting): Promise<CaseView | undefined> {
  return (await seenOf(each.case)).findLast(({ version }) => version <= each.seen)
}

export async function photoOf({ id, wanted }: Waiting): Promise<Blob | undefined> {
  if (wanted.is !== 'photo') return undefined
  const kept = vault ? await vault.readBytes(nameOfPhoto(id)) : undefined
  return kept ? new Blob([kept], { type: wanted.type }) : held.get(id)
}

/** As it lies on the device: another window may have delivered it. */
export async function stillWaits(id: string): Promise<Waiting | undefined> {
  const known = waiting.get(id)
  if (!vault || !known) return known
  const kept = (await vault.read(nameOf(id))) as Waiting | undefined
  if (!kept && waiting.delete(id)) tell()
  return kept
}

/** Its assessor looked at what was done since: it goes on the case as it is now, with all that was written on the same. */
export async function lookedAt({ case: id, seen: from }: Waiting, now: CaseView): Promise<void> {
  await keepSeen(id, now)
  for (const each of all) if (each.case === id && each.seen === from) await alter({ ...without(each), seen: now.version })
}

/** As it was before the service said anything of it. */
export function without(each: Waiting): Waiting {
  const before: Waiting = { ...each, standing: 'waits' }
  delete before.said
  return before
}

/** What was written on the version one made oneself is as good on the next. */
export async function moveOn(id: string, from: number, to: number): Promise<void> {
  for (const each of all) if (each.case === id && each.seen === from && each.tries.length === 0) await alter({ ...each, seen: to })
}

/** The photos of a record that was delivered have a number to go by. */
export async function numberPieces(record: string, before: number): Promise<void> {
  for (const photo of photosOf(record)) {
    const { wanted } = photo
    if (wanted.is === 'photo' && 'record' in wanted.shows) await alter({ ...photo, wanted: { ...wanted, shows: { piece: before + 1 + wanted.shows.place } } })
  }
}

export function photosOf(record: string): Waiting[] {
  return all.filter(({ wanted }) => wanted.is === 'photo' && 'record' in wanted.shows && wanted.shows.record === record)
}

export function allWaiting(): Waiting[] {
  return all
}

export function waitingOf(id: string): Waiting[] {
  return all.filter((each) => each.case === id)
}

function bytesWaiting(): number {
  return all.reduce((sum, { wanted }) => sum + (wanted.is === 'photo' ? wanted.size : 0), 0)
}

export function useWaiting(): Waiting[] {
  return useSyncExternalStore(watch, () => all)
}

function watch(watcher: () => void): () => void {
  watchers.add(watcher)
  return () => watchers.delete(watcher)
}

function tell(): void {
  all = [...waiting.values()].sort((one, other) => one.order - other.order)
  for (const watcher of watchers) watcher()
}
