// The application beforehand as the service keeps it: begun, read with its code, saved as it is typed.
import { service, ifMatch } from '../../shared/api/client'
import { ProblemError, take } from '../../shared/api/problem'
import type { PreApplication } from '../service'
import { forgetCode, keepCode, keptCode } from './code-place'

/** What is typed. The office reads it beside the photos; no rule rests on it. */
export interface Form {
  kind: string
  first: string
  second: string
  telephone: string
  child: string
}

export const EMPTY: Form = { kind: '', first: '', second: '', telephone: '', child: '' }

const withCode = (code: string) => ({ header: { 'Resume-Code': code } })

export async function begin(form: Form): Promise<PreApplication> {
  const made = await take(service.POST('/v1/public/pre-applications', { body: { form: JSON.stringify(form) } }))
  if (made.resume_code) keepCode(made.resume_code)
  return made
}

export function read(code: string): Promise<PreApplication> {
  return take(service.GET('/v1/public/pre-application', { params: withCode(code) }))
}

/** Opens a draft with a code somebody typed; a code that opens one is kept for this tab. */
export async function open(code: string): Promise<PreApplication> {
  const found = await read(code)
  keepCode(code)
  return found
}

export function close(): void {
  forgetCode()
}

export function currentCode(): string | undefined {
  return keptCode()
}

export function formOf(draft: PreApplication): Form {
  try {
    return { ...EMPTY, ...(JSON.parse(draft.form) as Partial<Form>) }
  } catch {
    return EMPTY
  }
}

/** Somebody saved another form under the same code meanwhile. */
export class ChangedElsewhereError extends Error {
  override readonly name = 'ChangedElsewhereError'
  readonly theirs: PreApplication
  constructor(theirs: PreApplication) {
    super('changed elsewhere')
    this.theirs = theirs
  }
}

/**
 * Saves the form over the one that was seen. Photos that came meanwhile make a version of their own and are no clash;
 * another form is.
 */
export async function save(code: string, form: Form, seen: PreApplication): Promise<PreApplication> {
  const put = (version: number) =>
    take(
      service.PUT('/v1/public/pre-application', {
        params: { header: { 'Resume-Code': code, 'If-Match': ifMatch(version) } },
        body: { form: JSON.stringify(form) },
      }),
    )
  try {
    return await put(seen.version)
  } catch (error) {
    if (!(error instanceof ProblemError) || error.status !== 409) throw error
    const now = await read(code)
    if (now.form !== seen.form || now.state !== 'draft') throw new ChangedElsewhereError(now)
    return put(now.version)
  }
}

export function submit(code: string): Promise<PreApplication> {
  return take(service.POST('/v1/public/pre-application/submission', { params: withCode(code) }))
}

export async function takeAway(code: string, upload: string): Promise<void> {
  await take(
    service.DELETE('/v1/public/pre-application/uploads/{upload}', {
      params: { ...withCode(code), path: { upload } },
    }),
  )
}
