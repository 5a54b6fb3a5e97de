// Brings what waits to the service, in the order in which it was done. Each goes under its own key and with the version of
// the case it was written on: what arrived already is not done again, and what somebody else did since stops it.
import { NoAnswerError, ProblemError } from '../../../shared/api/problem'
import { post, type Done } from '../../acts/send'
import type { CaseView } from '../../case/read'
import { readCase } from './delivery'
import { allWaiting, alter, drop, keepSeen, moveOn, numberPieces, photoOf, stillWaits, untilOf, waitingOf, type Waiting } from './waiting'

/** Puts on the screen what was read afterwards. */
export type Show = (id: string, view: CaseView) => void

/** Nobody answered, nobody is signed in, or the service cannot now: it is tried again later. */
class LaterError extends Error {}

let work: Promise<void> = Promise.resolve()

/** Brings everything that can go. Whoever asks meanwhile waits for those before. */
export function bringWaiting(show: Show): Promise<void> {
  const mine = work.then(() => bringAll(show))
  // What goes wrong is said to who asked, and does not keep the next from going.
  work = mine.catch(() => undefined)
  return mine
}

async function bringAll(show: Show): Promise<void> {
  const arrived = new Set<string>()
  const held = new Set<string>()
  try {
    for (const { id } of allWaiting()) {
      const now = await stillWaits(id)
      if (!now || held.has(now.case)) continue
      if (canGo(now) && (await bring(now))) arrived.add(now.case)
      // Behind what clashes nothing of the same case goes: it was done after it.
      else if (allWaiting().some((each) => each.id === id && each.standing === 'clash')) held.add(now.case)
    }
  } catch (said) {
    if (!(said instanceof LaterError)) throw said
  }
  // A case that cannot be read now is read when its page asks for it.
  for (const id of arrived) await readCase(id).then((view) => shown(id, view, show), () => undefined)
}

async function shown(id: string, view: CaseView, show: Show): Promise<void> {
  show(id, view)
  if (waitingOf(id).some(({ seen }) => seen === view.version)) await keepSeen(id, view)
}

function canGo(each: Waiting): boolean {
  const open = each.wanted.is === 'act' || 'piece' in each.wanted.shows
  return each.standing === 'waits' && open && untilOf(each) > Date.now()
}

/** Answers whether it arrived. */
async function bring(each: Waiting): Promise<boolean> {
  try {
    const tried = await noted(each, await answered(piecesOf(each)))
    const done = await answered(send(tried))
    await numberPieces(each.id, tried.tries.findLast(({ version }) => version < done.version)?.pieces ?? 0)
    await drop(each.id)
    await moveOn(each.case, each.seen, done.version)
    return true
  } catch (said) {
    if (!(said instanceof ProblemError)) throw said
    // It was answered, so none of the tries before arrived.
    await alter({ ...each, tries: [], standing: said.problem.type.endsWith(':stale') ? 'clash' : 'refused', said: said.problem })
    return false
  }
}

/** Writes the try down before it goes: its answer may be lost, and the page with it. What was counted before the first try
 *  on a version holds, for afterwards this may be among what is counted. */
async function noted(each: Waiting, pieces: number): Promise<Waiting> {
  if (each.tries.some(({ version }) => version === each.seen)) return each
  const tried = { ...each, tries: [...each.tries, { version: each.seen, pieces }] }
  await alter(tried)
  return tried
}

/** How many pieces of evidence the case has: those of a record that arrives now come after them. */
async function piecesOf(each: Waiting): Promise<number> {
  const records = each.wanted.is === 'act' ? recordsIn(await readCase(each.case)) : []
  return Math.max(0, ...records.flatMap(({ evidence }) => evidence.map(({ number }) => number)))
}

function recordsIn(view: CaseView) {
  return ('assessment' in view && view.assessment.scored?.records) || []
}

async function send(each: Waiting): Promise<Done> {
  const { wanted, seen: version, key } = each
  if (wanted.is === 'act') return post({ path: wanted.path, version, body: wanted.body }, key)
  const body = await photoOf(each)
  const piece = 'piece' in wanted.shows ? wanted.shows.piece : 0
  return post({ path: `/v1/cases/${each.case}/assessment/evidence?piece=${piece}`, version, body, mediaType: wanted.type }, key)
}

const LATER = [401, 408, 429, 503, 507]

async function answered<Data>(asked: Promise<Data>): Promise<Data> {
  try {
    return await asked
  } catch (said) {
    const later = said instanceof NoAnswerError || (said instanceof ProblemError && (LATER.includes(said.status) || said.status === 500))
    throw later ? new LaterError('later', { cause: said }) : said
  }
}
