// Writing a draft to the service. What another window of the same person wrote meanwhile is never written over: whoever
// saves is told of it.
import { ifMatch, service, type Schemas } from '../../shared/api/client'
import { ProblemError, take } from '../../shared/api/problem'

type Draft = Schemas['DraftAnswer']

export interface Subject {
  purpose: Schemas['DraftPurpose']
  act?: Schemas['Act']
  caseId?: string
}

export interface Version {
  draft: string
  version: number
}

/** The draft has another text by now, which who saves has not seen. */
export class TwiceError extends Error {
  override readonly name = 'TwiceError'
  readonly theirs: Draft

  constructor(theirs: Draft) {
    super('saved from another window')
    this.theirs = theirs
  }
}

/** The newest of one's own drafts of this form. */
export async function newestOf({ purpose, act, caseId }: Subject): Promise<Draft | undefined> {
  const { drafts } = await take(service.GET('/v1/drafts', { params: { query: caseId ? { case_id: caseId } : {} } }))
  const mine = drafts.filter((each) => each.purpose === purpose && (each.act ?? undefined) === act)
  const newest = mine.sort((one, other) => other.saved_at.localeCompare(one.saved_at))[0]
  return newest && readDraft(newest.draft)
}

function readDraft(draft: string): Promise<Draft> {
  return take(service.GET('/v1/drafts/{draft}', { params: { path: { draft } } }))
}

export async function write(of: Subject, kept: Version | undefined, form: string): Promise<Draft> {
  if (!kept) return create(of, form)
  try {
    const how = { path: { draft: kept.draft }, header: { 'If-Match': ifMatch(kept.version) } }
    return await take(service.PUT('/v1/drafts/{draft}', { params: how, body: { label: '', form } }))
  } catch (said) {
    // It was sent or dropped from another window: what is typed on here is a draft of its own.
    if (said instanceof ProblemError && said.status === 404) return create(of, form)
    if (!(said instanceof ProblemError) || said.status !== 409) throw said
    return unlessTheSame(await readDraft(kept.draft), form)
  }
}

/** A form that opened without a draft may have got one from another window since. */
async function create(of: Subject, form: string): Promise<Draft> {
  const since = await newestOf(of)
  if (since) return unlessTheSame(since, form)
  const body = { purpose: of.purpose, label: '', form, ...(of.act && { act: of.act }), ...(of.caseId && { case_id: of.caseId }) }
  return take(service.POST('/v1/drafts', { body }))
}

function unlessTheSame(theirs: Draft, form: string): Draft {
  if (theirs.form !== form) throw new TwiceError(theirs)
  return theirs
}
