// Brings a draft of a sheet to the service. Each goes with the revision it was written on: what was written on an older one
// the service keeps beside the newest, so that nothing is overwritten and nothing is lost.
import { service } from '../../../shared/api/client'
import { ProblemError, take } from '../../../shared/api/problem'
import { post } from '../../acts/send'
import { sheetOf, taskQuery, type Sheet, type SheetText } from '../read'
import { dropDraft, draftOf, writeDraft, type Draft } from './drafts'

/** Saved as the newest, or kept beside a newer one. */
export type Delivered = 'newest' | 'beside'

/** `2026-03-09 10:12` on Shanghai's clock, and never after the office's own legal day, which a clock that runs ahead is past. */
export function writtenAt(instant: string, today: string | undefined): string {
  const text = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone: 'Asia/Shanghai' }).format(new Date(instant))
  const [day = '', time = ''] = text.split(' ')
  return `${today !== undefined && day > today ? today : day} ${time}`
}

export async function deliver(draft: Draft, rater: string, today: string | undefined): Promise<Delivered> {
  try {
    return await deliverOnce(draft, rater, today)
  } catch (said) {
    // Somebody acted between reading and sending. The draft goes by its own revision, so it may go again as it is.
    if (!(said instanceof ProblemError) || !said.problem.type.endsWith(':stale')) throw said
    return deliverOnce(draft, rater, today)
  }
}

async function deliverOnce(draft: Draft, rater: string, today: string | undefined): Promise<Delivered> {
  const before = await read(draft, rater)
  const text: SheetText = { written_at: writtenAt(draft.at, today), marks: draft.marks, bonuses: draft.bonuses }
  // An earlier try may have arrived although its answer never did.
  if (!holds(before.sheet, text)) {
    const body = { part: draft.part, based_on: draft.based_on, ...text }
    await post({ path: `/v1/cases/${draft.case}/assessment/sheet-drafts`, version: before.version, body }, crypto.randomUUID())
  }
  const after = await read(draft, rater)
  const beside = (after.sheet?.beside ?? []).some((each) => isSame(each, text))
  const current = draftOf(draft.case, draft.part)
  if (!dropDraft(draft) && current && !beside) {
    // What was written meanwhile goes on from the revision that was just made.
    writeDraft({ ...current, based_on: after.sheet?.revision ?? current.based_on })
  }
  return beside ? 'beside' : 'newest'
}

async function read(draft: Draft, rater: string): Promise<{ version: number; sheet: Sheet | undefined }> {
  const view = await take(service.GET('/v1/cases/{case}', { params: { path: { case: draft.case } } }))
  const scored = 'assessment' in view ? view.assessment.scored : undefined
  return { version: view.version, sheet: scored ? sheetOf(scored, draft.part, rater) : undefined }
}

function holds(sheet: Sheet | undefined, text: SheetText): boolean {
  return sheet !== undefined && [sheet.text, ...sheet.beside].some((each) => isSame(each, text))
}

function isSame(one: SheetText, other: SheetText): boolean {
  const plain = ({ written_at, marks, bonuses }: SheetText) =>
    JSON.stringify([
      written_at,
      marks.map(({ item, points, note, evidence }) => [item, points, note, evidence]),
      bonuses.map(({ code, note, evidence }) => [code, note, evidence]),
    ])
  return plain(one) === plain(other)
}

/** What has to be read anew after a delivery. */
export const readAnew = (id: string) => ({ queryKey: taskQuery(id).queryKey.slice(0, 2) })
