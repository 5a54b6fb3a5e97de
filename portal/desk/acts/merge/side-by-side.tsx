// Two texts side by side, a field below the other: what was, what the other wrote, what I wrote. Which of the two holds is
// chosen for each field with the mouse, a finger or the arrows.
import { useId, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useNames } from '../../parts/names'
import { Value } from '../given'
import { composed, isSame, type Row } from './compare'

export type Side = 'theirs' | 'mine'

/** Until something is chosen, mine holds where I wrote something, and the other's where I left what was. */
export function useSides(rows: Row[]) {
  const [sides, setSides] = useState<Record<string, Side>>({})
  const sideOf = (row: Row): Side => sides[row.pointer] ?? (isSame(row.mine, row.was) ? 'theirs' : 'mine')
  return {
    sideOf,
    choose: (row: Row, side: Side) => setSides((before) => ({ ...before, [row.pointer]: side })),
    compose: (mine: unknown) => composed(mine, rows, (row) => sideOf(row) === 'theirs'),
  }
}

interface SideBySideProps {
  rows: Row[]
  /** What the two sides are called. */
  titles: Record<Side, string>
  chosen: ReturnType<typeof useSides>
}

export function SideBySide({ rows, titles, chosen }: SideBySideProps) {
  return rows.map((row) => <OneField key={row.pointer} row={row} titles={titles} side={chosen.sideOf(row)} onChoose={(side) => chosen.choose(row, side)} />)
}

function OneField({ row, titles, side, onChoose }: { row: Row; titles: Record<Side, string>; side: Side; onChoose: (side: Side) => void }) {
  const words = useTranslations('form.merge')
  const label = useLabel(row)
  const name = useId()
  return (
    <fieldset className="merge-field">
      <legend>{label}</legend>
      <div className="merge-was">
        <p className="small quiet">{words('was')}</p>
        <Shown row={row} value={row.was} />
      </div>
      {(['theirs', 'mine'] as const).map((each) => (
        <label key={each} className={each === side ? 'merge-side on' : 'merge-side'}>
          <input type="radio" name={name} checked={each === side} onChange={() => onChoose(each)} />
          <span>
            <span className="small quiet">{titles[each]}</span>
            <Shown row={row} value={row[each]} />
          </span>
        </label>
      ))}
    </fieldset>
  )
}

function Shown({ row, value }: { row: Row; value: unknown }) {
  const words = useTranslations('form.merge')
  const empty = value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
  return <div className="merge-value">{empty ? <p className="quiet">{words('nothing')}</p> : <Value type={row.type} value={value} />}</div>
}

function useLabel({ path }: Row): string {
  const names = useNames()
  return path.map((step) => (typeof step === 'number' ? String(step + 1) : names.field(step.owner, step.p))).join(' · ')
}
