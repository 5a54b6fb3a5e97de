// The pieces of evidence a photo may show: those of the case, and those of records that still wait on this device.
import type { Schemas } from '../../shared/api/client'
import type { Shown, Waiting } from './device/waiting'
import { evidenceOf, scoredOf, type Task } from './read'

export interface Piece {
  key: string
  shows: Shown
  /** What it shows, in the words of its record. */
  what: string
  /** The day of the record, where it still waits. */
  on?: string
}

export function piecesToShow(task: Task, waiting: Waiting[], id: string): Piece[] {
  const scored = scoredOf(task)
  const known = scored ? evidenceOf(scored) : []
  const ofCase = known.map(({ number, what }): Piece => ({ key: String(number), shows: { piece: number }, what: `${number} ${what}` }))
  const here = waiting.filter((each) => each.case === id).flatMap(ofRecord)
  return [...here.reverse(), ...ofCase.reverse()]
}

function ofRecord({ id, act, wanted }: Waiting): Piece[] {
  if (act !== 'record_assessment_work' || wanted.is !== 'act') return []
  const { on, evidence = [] } = wanted.body as Schemas['RecordAssessmentWork']
  return evidence.map(({ what }, place) => ({ key: `${id}/${place}`, shows: { record: id, place }, what, on }))
}
