// One item: its levels with what each means, the points within a level, the evidence it demands, and why.
import { Link } from '@tanstack/react-router'
import { useId } from 'react'
import { useTranslations } from 'use-intl'
import type { Schemas } from '../../../shared/api/client'
import { useNames } from '../../parts/names'
import { evidenceOf, type Item, type Mark, type Scored } from '../read'
import { useWording } from '../wording'

type Level = Schemas['IndicatorLevel']

interface ItemProps {
  id: string
  item: Item
  scored: Scored
  mark: Mark | undefined
  onMark: (mark: Mark) => void
}

export function ItemForm({ id, item, scored, mark, onMark }: ItemProps) {
  const pieces = evidenceOf(scored).filter(({ items }) => items.includes(item.code))
  const change = (changed: Partial<Mark>) =>
    onMark({ item: item.code, points: 0, note: '', evidence: pieces.map(({ number }) => number), ...mark, ...changed })
  return (
    <>
      <Levels item={item} points={mark?.points} halves={scored.set.half_points} onPoints={(points) => change({ points })} />
      <Evidence id={id} item={item} pieces={pieces} mark={mark} onEvidence={(evidence) => change({ evidence })} />
      <Note mark={mark} onNote={(note) => change({ note })} />
    </>
  )
}

function isIn(level: Level, points: number | undefined): boolean {
  return points !== undefined && level.from <= points && points <= level.to
}

function Levels({ item, points, halves, onPoints }: { item: Item; points: number | undefined; halves: boolean; onPoints: (points: number) => void }) {
  const words = useTranslations('assess')
  const say = useWording()
  const name = useId()
  return (
    <fieldset className="levels">
      <legend className="unseen">{words('levels')}</legend>
      {item.levels.map((level) => {
        const on = isIn(level, points)
        return (
          <div key={level.from} className={on ? 'level on' : 'level'}>
            <label>
              {/* Of a level with several points the best is taken first; the others stand below. */}
              <input type="radio" name={name} checked={on} onChange={() => onPoints(level.to)} />
              <span>
                <b>{say(level.name)}</b>
                <span className="level-anchor">{say(level.anchor)}</span>
              </span>
              <b className="level-points">{level.from === level.to ? level.to : `${level.from}—${level.to}`}</b>
            </label>
            {on && level.from < level.to && <Within level={level} points={points} halves={halves} onPoints={onPoints} />}
          </div>
        )
      })}
    </fieldset>
  )
}

/** The points of a level that has several. */
function Within({ level, points, halves, onPoints }: { level: Level; points: number | undefined; halves: boolean; onPoints: (points: number) => void }) {
  const words = useTranslations('assess')
  return (
    <div className="within" role="group" aria-label={words('pointsWithin')}>
      {steps(level.from, level.to, halves).map((each) => (
        <button key={each} type="button" aria-pressed={each === points} onClick={() => onPoints(each)}>
          {each}
        </button>
      ))}
    </div>
  )
}

/** Every number of points from one to the other. */
export function steps(from: number, to: number, halves: boolean): number[] {
  const step = halves ? 0.5 : 1
  return Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, place) => from + place * step)
}

interface EvidenceProps {
  id: string
  item: Item
  pieces: Schemas['EvidencePiece'][]
  mark: Mark | undefined
  onEvidence: (evidence: number[]) => void
}

function Evidence({ id, item, pieces, mark, onEvidence }: EvidenceProps) {
  const words = useTranslations('assess')
  const frame = useTranslations('frame')
  const names = useNames()
  const chosen = mark?.evidence ?? []
  const tick = (number: number, on: boolean) => onEvidence(on ? [...chosen, number] : chosen.filter((each) => each !== number))
  return (
    <fieldset className="field evidence">
      <legend>
        {words('evidence')}{' '}
        <span className="small quiet">{words('demanded', { kinds: item.evidence.map((kind) => names.value('IndicatorEvidence', kind)).join(frame('comma')) })}</span>
      </legend>
      {pieces.length === 0 && (
        <p className="note amber">
          {words('noEvidence')}{' '}
          <Link to="/tasks/$id/acts/$act" params={{ id, act: 'record_assessment_work' }}>
            {words('recordWork')}
          </Link>
        </p>
      )}
      {pieces.map((piece) => (
        <label key={piece.number} className="choice">
          <input type="checkbox" checked={chosen.includes(piece.number)} onChange={(event) => tick(piece.number, event.target.checked)} />
          <span>
            {piece.what} <span className="small quiet">{names.value('IndicatorEvidence', piece.kind)}</span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}

function Note({ mark, onNote }: { mark: Mark | undefined; onNote: (note: string) => void }) {
  const words = useTranslations('assess')
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{words('why')}</label>
      <textarea id={id} className="input" rows={3} value={mark?.note ?? ''} disabled={!mark} onChange={(event) => onNote(event.target.value)} />
      {!mark && <p className="small quiet">{words('levelFirst')}</p>}
    </div>
  )
}
