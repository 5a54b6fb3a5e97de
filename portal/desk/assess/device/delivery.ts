// Brings a draft of a sheet to the service. Each goes with the revision it was written on: what was written on an older one
// the service keeps beside the newest, so that nothing is overwritten and nothing is lost.
import { service } from '../../../shared/api/client'
import { NoAnswerError, ProblemError, take } from '../../../shared/api/problem'
import { post } from '../../acts/send'
import type { CaseView } from '../../case/read'
import { sheetOf, type Sheet, type SheetText } from '../read'
import { draftOf, dropDraft, strand, writeDraft, type Draft } from './drafts'
import { moveOn } from './waiting'

/** Saved as the newest, or kept beside a newer one. */
export type Delivered = 'newest' | 'beside'

export interface Delivery {
  /** Whose sheet it is. */
  rater: string
  /** The legal day of the office. */
  today: string | undefined
  /** Puts on the screen what was read afterwards, before the draft goes: nobody may write on what is older. */
  show: (id: string, view: CaseView) => void
}

/** `2026-03-09 10:12` on Shanghai's clock, and never after the office's own legal day, which a clock that runs ahead is past. */
export function writtenAt(instant: string, today: string | undefined): string {
  const text = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone: 'Asia/Shanghai' }).format(new Date(instant))
  const [day = '', time = ''] = text.split(' ')
  return `${today !== undefined && day > today ? today : day} ${time}`
}

export async function deliver(draft: Draft, how: Delivery): Promise<Delivered> {
  try {
    return await deliverOrAgain(draft, how)
  } catch (said) {
    if (said instanceof NoAnswerError) strand(draft)
    throw said
  }
}

async function deliverOrAgain(draft: Draft, how: Delivery): Promise<Delivered> {
  try {
    return await deliverOnce(draft, how)
  } catch (said) {
    // Somebody acted between reading and sending. The draft goes by its own revision, so it may go again as it is.
    if (!(said instanceof ProblemError) || !said.problem.type.endsWith(':stale')) throw said
    return deliverOnce(draft, how)
  }
}

async function deliverOnce(draft: Draft, { rater, today, show }: Delivery): Promise<Delivered> {
  const before = await readCase(draft.case)
  const text: SheetText = { written_at: writtenAt(draft.at, today), marks: draft.marks, bonuses: draft.bonuses }
  // An earlier try may have arrived although its answer never did.
  if (!textsOf(sheetIn(before, draft, rater)).some((each) => isSame(each, text))) {
    const body = { part: draft.part, based_on: draft.based_on, ...text }
    const done = await post({ path: `/v1/cases/${draft.case}/assessment/sheet-drafts`, version: before.version, body }, crypto.randomUUID())
    await moveOn(draft.case, before.version, done.version)
  }
  const after = await readCase(draft.case)
  const sheet = sheetIn(after, draft, rater)
  const beside = (sheet?.beside ?? []).some((each) => isSame(each, text))
  show(draft.case, after)
  if (!dropDraft(draft) && !beside) {
    // What was written meanwhile goes on from the revision that was just made.
    const current = draftOf(draft.case, draft.part)
    if (current && sheet) writeDraft({ ...current, based_on: sheet.revision })
  }
  return beside ? 'beside' : 'newest'
}

/** From the service alone: a copy would not know what arrived. */
export function readCase(id: string): Promise<CaseView> {
  return take(service.GET('/v1/cases/{case}', { params: { path: { case: id } } }))
}

function sheetIn(view: CaseView, { part }: Draft, rater: string): Sheet | undefined {
  const scored = 'assessment' in view ? view.assessment.scored : undefined
  return scored ? sheetOf(scored, part, rater) : undefined
}

function textsOf(sheet: Sheet | undefined): SheetText[] {
  return sheet ? [sheet.text, ...sheet.beside] : []
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

/** Brings all of them. Where nobody answers they are tried again; what the service refuses stays here, and is said where its
 *  assessor saves it again. */
export async function deliverAll(drafts: Draft[], how: Delivery): Promise<void> {
  for (const draft of drafts) {
    try {
      await deliver(draft, how)
    } catch (said) {
      if (!(said instanceof NoAnswerError || said instanceof ProblemError)) throw said
    }
  }
}
