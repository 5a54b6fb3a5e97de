// The session of this tab. The access token lives in memory; what renews it lies in the tab's own
// storage, so that reading the page anew goes on, and goes away with the tab.
import type { components } from './schema'

type SignedIn = components['schemas']['SignedIn']

const RENEWAL = 'guijia.renewal'
const DEVICE = 'guijia.device'

let access: { token: string; endsAt: number } | undefined
const watchers = new Set<() => void>()

/** Keeps what a sign-in or a renewal answered. */
export function keep(answer: SignedIn): void {
  access = { token: answer.access_token, endsAt: Date.now() + answer.expires_in * 1000 }
  if (answer.refresh_token) sessionStorage.setItem(RENEWAL, answer.refresh_token)
  else sessionStorage.removeItem(RENEWAL)
  if (answer.device) localStorage.setItem(DEVICE, answer.device)
  tell()
}

/** Forgets the session, on this side. */
export function forget(): void {
  access = undefined
  sessionStorage.removeItem(RENEWAL)
  tell()
}

export function accessToken(): string | undefined {
  return access?.token
}

/** When the access token ends, in milliseconds of the device's clock. */
export function accessEndsAt(): number | undefined {
  return access?.endsAt
}

export function renewalToken(): string | null {
  return sessionStorage.getItem(RENEWAL)
}

/** The value an earlier sign-in handed to this device. */
export function knownDevice(): string | null {
  return localStorage.getItem(DEVICE)
}

/** Calls back whenever the session begins, is renewed or ends. */
export function watch(watcher: () => void): () => void {
  watchers.add(watcher)
  return () => watchers.delete(watcher)
}

function tell(): void {
  for (const watcher of watchers) watcher()
}
