// What is typed into the form of an act where nobody answers, until the service has it: sealed on this device.
import type { Beyond } from '../../drafts/draft'
import { DRAFT_HOURS } from './kept'
import { sayNotKept, type Vault } from './vault'

interface Typed {
  form: string
  at: string
}

let vault: Vault | undefined
let work: Promise<void> = Promise.resolve()

export function keepTypedIn(opened: Vault | undefined): void {
  vault = opened
}

/** One write at a time, the newest last. */
function next(step: (vault: Vault) => Promise<void>): void {
  const into = vault
  if (into) work = work.then(() => step(into)).catch(sayNotKept)
}

/** The text of one form. */
export function typedInto(id: string, act: string): Beyond {
  const name = `typed/${id}/${act}`
  return {
    read: async () => (await vault?.read(name)) as Typed | undefined,
    keep: (form, at) => next((into) => into.keep(name, { form, at } satisfies Typed, DRAFT_HOURS)),
    drop: () => next((into) => into.drop(name)),
  }
}
