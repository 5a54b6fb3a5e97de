// The interface, asked directly: for what another person does while a page is open.
import { expect, type APIRequestContext } from '@playwright/test'
import type { Application } from './cast'
import type { Office } from './office'

export type Role = 'registrar' | 'leader' | 'assessor' | 'agency_manager' | 'institution' | 'archivist' | 'visitor' | 'donation_clerk' | 'auditor' | 'administrator'

export interface Session {
  access_token: string
  refresh_token: string
}

export async function signIn(request: APIRequestContext, { base }: Office, role: Role, person = 1): Promise<Session> {
  const answer = await request.post(`${base}/v1/practice/sign-in`, { data: { role, person } })
  expect(answer.ok()).toBe(true)
  return (await answer.json()) as Session
}

const by = (session: Session) => ({ authorization: `Bearer ${session.access_token}` })

/** Opens a case, and answers its identifier. */
export async function openCase(request: APIRequestContext, { base }: Office, session: Session, application: Application): Promise<string> {
  const answer = await request.post(`${base}/v1/cases`, {
    data: application,
    headers: { ...by(session), 'idempotency-key': crypto.randomUUID() },
  })
  expect(answer.status(), await answer.text()).toBe(201)
  return ((await answer.json()) as { case_id: string }).case_id
}

/** Does an act on the version there is. */
export async function act(request: APIRequestContext, { base }: Office, session: Session, id: string, path: string, data: unknown): Promise<void> {
  const read = (await (await request.get(`${base}/v1/cases/${id}`, { headers: by(session) })).json()) as { version: number }
  const answer = await request.post(`${base}/v1/cases/${id}/${path}`, {
    data,
    headers: { ...by(session), 'if-match': `"${read.version}"`, 'idempotency-key': crypto.randomUUID() },
  })
  expect(answer.status(), await answer.text()).toBe(200)
}

/** Files a scan: the specimen a practice office takes. */
export async function filePaper(request: APIRequestContext, { base }: Office, session: Session, id: string, slot: string, scan: Buffer, mediaType = 'image/png'): Promise<void> {
  const read = (await (await request.get(`${base}/v1/cases/${id}`, { headers: by(session) })).json()) as { version: number }
  const answer = await request.post(`${base}/v1/cases/${id}/papers?${slot}`, {
    data: scan,
    headers: { ...by(session), 'content-type': mediaType, 'if-match': `"${read.version}"`, 'idempotency-key': crypto.randomUUID() },
  })
  expect(answer.status(), await answer.text()).toBe(200)
}

export async function endAllSessions(request: APIRequestContext, { base }: Office, session: Session): Promise<void> {
  const answer = await request.post(`${base}/v1/sign-out-everywhere`, { headers: by(session) })
  expect(answer.ok()).toBe(true)
}

/** The legal day of the office. */
export async function today(request: APIRequestContext, { base }: Office, session: Session): Promise<string> {
  const clock = (await (await request.get(`${base}/v1/practice/clock`, { headers: by(session) })).json()) as { today: string }
  return clock.today
}

/** Lets days pass in the practice office. */
export async function moveTo(request: APIRequestContext, { base }: Office, session: Session, day: string): Promise<void> {
  const answer = await request.put(`${base}/v1/practice/clock`, { data: { today: day }, headers: by(session) })
  expect(answer.ok(), await answer.text()).toBe(true)
}

/** Reads a case as this person may see it. */
export async function readCase<Case>(request: APIRequestContext, { base }: Office, session: Session, id: string): Promise<Case> {
  const answer = await request.get(`${base}/v1/cases/${id}`, { headers: by(session) })
  expect(answer.ok(), await answer.text()).toBe(true)
  return (await answer.json()) as Case
}

/** Takes away what somebody left half typed, so that the next story begins with an empty form. */
export async function dropDrafts(request: APIRequestContext, { base }: Office, role: Role): Promise<void> {
  const headers = by(await signIn(request, { base }, role))
  const { drafts } = (await (await request.get(`${base}/v1/drafts`, { headers })).json()) as { drafts: { draft: string }[] }
  for (const { draft } of drafts) expect((await request.delete(`${base}/v1/drafts/${draft}`, { headers })).status()).toBe(204)
}

/** A case of the worklist, the first there is. */
export async function firstCase(request: APIRequestContext, { base }: Office, role: Role, group: string): Promise<string> {
  const headers = by(await signIn(request, { base }, role))
  const { groups } = (await (await request.get(`${base}/v1/worklist`, { headers })).json()) as { groups: { group: string; rows: { case: { case_id: string } }[] }[] }
  const found = groups.find((each) => each.group === group)?.rows[0]?.case.case_id
  expect(found, `a case in ${group}`).toBeTruthy()
  return found ?? ''
}
