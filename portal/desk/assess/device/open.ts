// Opens the device for the person who is signed in: the drafts that lie here are taken up, and whatever is read from now on
// leaves a copy. Who is away from every line is known by the copy of their own name and office.
import type { Schemas } from '../../../shared/api/client'
import { OWNER } from '../../session/owner'
import { takeUp, type Draft } from './drafts'
import { DRAFT_HOURS, keepCopy, keepIn } from './kept'
import { keepTypedIn } from './typed'
import { canKeep, emptyDevice, openVault, sayNotKept, type Vault } from './vault'
import { takeUpWaiting, type Waiting } from './waiting'

type Me = Schemas['Me']
type Office = Schemas['OfficeAnswer']

let opened: { owner: string; keeps: boolean } | undefined

/** Answers whether anything is kept on this device. Opened once for a person: what is in memory since is newer than what lies here. */
export async function openDevice(me: Me): Promise<boolean> {
  if (opened?.owner !== me.id) opened = { owner: me.id, keeps: await openFor(me) }
  await keepCopy('me', me)
  return opened.keeps
}

async function openFor(me: Me): Promise<boolean> {
  const vault = canKeep() ? await openVault(me.id).catch(() => undefined) : undefined
  keepIn(vault)
  keepTypedIn(vault)
  await takeUpWaiting(vault)
  takeUp(((await vault?.all('draft/')) ?? []) as Draft[], vault && keeperIn(vault))
  return vault !== undefined
}

/** Forgets everything, here and in memory; nothing that is still being read is put away any more. */
export async function forgetDevice(): Promise<void> {
  opened = undefined
  keepIn(undefined)
  keepTypedIn(undefined)
  await takeUpWaiting(undefined)
  takeUp([], undefined)
  if (canKeep()) await emptyDevice()
}

/** One write of a draft at a time, the newest last. */
function keeperIn(vault: Vault) {
  let work = Promise.resolve()
  const next = (step: () => Promise<void>) => {
    work = work.then(step).catch(sayNotKept)
  }
  return {
    keep: (name: string, draft: Draft) => next(() => vault.keep(name, draft, DRAFT_HOURS)),
    drop: (name: string) => next(() => vault.drop(name)),
  }
}

/** Who was here in this tab, and their office, as far as this device remembers. */
export async function whoWasHere(): Promise<{ me: Me; office: Office | undefined } | undefined> {
  const owner = sessionStorage.getItem(OWNER)
  if (!owner || !canKeep()) return undefined
  const vault = await openVault(owner)
  const [me, office] = (await Promise.all([vault.read('me'), vault.read('office')])) as ({ data: unknown } | undefined)[]
  return me ? { me: me.data as Me, office: office?.data as Office | undefined } : undefined
}

/** What of somebody lies here undelivered. */
export interface Undelivered {
  sheets: number
  acts: number
  photos: number
  /** Forms that were begun and not sent. */
  forms: number
}

export async function undelivered(me: Me): Promise<Undelivered> {
  if (!canKeep()) return { sheets: 0, acts: 0, photos: 0, forms: 0 }
  const vault = await openVault(me.id)
  const [sheets, waiting, forms] = await Promise.all([vault.all('draft/'), vault.all('waiting/') as Promise<Waiting[]>, vault.all('typed/')])
  const photos = waiting.filter(({ wanted }) => wanted.is === 'photo').length
  return { sheets: sheets.length, acts: waiting.length - photos, photos, forms: forms.length }
}
