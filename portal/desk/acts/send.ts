// Sending an act: with the version one saw, a key that makes sending twice the same as once, and what the service may ask
// for on the way: a second factor shown anew, or a look at what somebody else did meanwhile.
import { useRef, useState } from 'react'
import { ask, ifMatch, service, type Schemas } from '../../shared/api/client'
import { NoAnswerError, ProblemError, take } from '../../shared/api/problem'
import { useSending } from '../parts/sending'

export type Done = Schemas['Done']

export interface Request {
  path: string
  version: number
  body: unknown
  /** For a scan: its type. */
  mediaType?: string
  /** The name of its draft, which goes away when the act is done. */
  draft?: string | undefined
}

/** Where an act goes while nobody answers. */
export interface Away {
  /** Whether it goes there at once: something before it still waits. */
  first: () => boolean
  put: (request: Request, key: string) => Promise<void>
}

/** What stands between the person and the act. */
export type Asked = 'factor' | 'merge' | undefined

export function useAct(onDone: (done: Done) => void, away?: Away) {
  const { send, sending, error, clear } = useSending()
  const [asked, setAsked] = useState<Asked>()
  const key = useRef({ of: '', key: '' })
  const last = useRef<Request>(undefined)
  const act = (request: Request) => {
    last.current = request
    // The same words sent again are the same request; others are another.
    const of = JSON.stringify([request.path, request.version, request.body])
    if (key.current.of !== of) key.current = { of, key: request.draft ?? crypto.randomUUID() }
    return send(async () => {
      try {
        if (away?.first()) return await away.put(request, key.current.key)
        const done = await post(request, key.current.key)
        setAsked(undefined)
        onDone(done)
      } catch (said) {
        // Its answer may be lost alone: under its key it is done once, however often it is sent.
        if (away && said instanceof NoAnswerError) return away.put(request, key.current.key)
        const needs = askedBy(said)
        if (!needs) throw said
        setAsked(needs)
      }
    })
  }
  return {
    act,
    again: () => last.current && act(last.current),
    sending,
    error,
    clear,
    asked,
    put: () => setAsked(undefined),
  }
}

function askedBy(said: unknown): Asked {
  if (!(said instanceof ProblemError)) return undefined
  if (said.problem.type.endsWith(':factor-required')) return 'factor'
  if (said.problem.type.endsWith(':stale')) return 'merge'
  return undefined
}

/** Sends it once; the key makes sending twice the same as once. */
export async function post(request: Request, key: string): Promise<Done> {
  const sent = ask(request.path, {
    method: 'POST',
    headers: {
      'content-type': request.mediaType ?? 'application/json',
      'if-match': ifMatch(request.version),
      'idempotency-key': key,
    },
    body: request.mediaType ? (request.body as Blob) : JSON.stringify(request.body),
  })
  return take(
    sent.then(async (response) => {
      const answer: unknown = await response.json().catch(() => undefined)
      return response.ok ? { response, data: answer as Done } : { response, error: answer }
    }),
  )
}

/** Shows a code of the second factor in the session that goes on. */
export async function showFactor(code: string): Promise<void> {
  await take(service.POST('/v1/session/factor', { body: { code } }))
}
