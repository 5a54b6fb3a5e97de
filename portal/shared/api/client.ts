// The one client of the service, typed by `openapi.json`: it brings the token and the language, and renews a session
// that ran out before it asks again.
import createClient, { type Middleware } from 'openapi-fetch'
import { chosenLanguage } from '../manners'
import type { components, paths } from './schema'
import { accessToken, forget, keep, renewalToken } from './session'

export type Schemas = components['schemas']

let renewing: Promise<boolean> | undefined

/** Exchanges the renewal token, once for all who wait for it. Answers whether there is a session again. */
export function renew(): Promise<boolean> {
  renewing ??= exchange().finally(() => (renewing = undefined))
  return renewing
}

async function exchange(): Promise<boolean> {
  const token = renewalToken()
  if (!token) return false
  const response = await fetch('/v1/token-refresh', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'accept-language': chosenLanguage() },
    body: JSON.stringify({ refresh_token: token }),
  })
  if (response.ok) {
    keep((await response.json()) as Schemas['SignedIn'])
    return true
  }
  // A renewal that was refused is worth nothing any more; one that found nobody may be tried again.
  if (response.status === 401) forget()
  return false
}

function introduce(request: Request): Request {
  const token = accessToken()
  if (token && !request.headers.has('authorization')) request.headers.set('authorization', `Bearer ${token}`)
  request.headers.set('accept-language', chosenLanguage())
  return request
}

const manners: Middleware = { onRequest: ({ request }) => introduce(request) }

// A request whose body was read cannot be sent twice, so a copy is kept until the answer is known.
async function sendOrRenew(request: Request): Promise<Response> {
  const copy = request.clone()
  const response = await fetch(request)
  if (response.status !== 401 || !renewalToken() || request.url.endsWith('/v1/sign-in')) return response
  if (!(await renew())) return response
  // What was refused is not read: left open, it would hold a line to the service.
  void response.body?.cancel()
  copy.headers.set('authorization', `Bearer ${accessToken() ?? ''}`)
  return fetch(copy)
}

export const service = createClient<paths>({ baseUrl: window.location.origin, fetch: sendOrRenew })
service.use(manners)

/** For what the typed client does not carry: bytes, and paths that come out of the description itself. */
export function ask(path: string, init?: RequestInit): Promise<Response> {
  return sendOrRenew(introduce(new Request(new URL(path, window.location.origin), init)))
}

/** A version as `If-Match` wants it. */
export function ifMatch(version: number): string {
  return `"${version}"`
}
