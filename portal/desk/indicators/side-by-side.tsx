// The items of a set, and beside them those of another version: what each asks and for how many points, what is new, what
// is gone and what reads otherwise.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { service, type Schemas } from '../../shared/api/client'
import { take } from '../../shared/api/problem'
import { useWording } from '../assess/wording'
import { useNames } from '../parts/names'
import { Reading } from '../parts/reading'
import { TableSheet } from '../parts/table'

type Version = Schemas['SetVersion']
type Set = Schemas['IndicatorSet']
type Item = Schemas['IndicatorItem']
type Kept = 'same' | 'other' | 'new' | 'gone'

const PARTS: Schemas['AssessmentPart'][] = ['capability', 'integration']
const SHAPES: Record<Kept, string> = { same: 'off', other: 'warn', new: 'going', gone: 'bad' }

interface Pair {
  code: string
  before: Item | undefined
  after: Item | undefined
  kept: Kept
}

export function SideBySide({ before, after }: { before: Version | undefined; after: Version }) {
  const sets = useQuery({
    queryKey: ['indicator-sets', 'beside', before?.id, before?.version, after.id, after.version],
    queryFn: async () => ({ now: await readSet(after), then: before && (await readSet(before)) }),
  })
  return (
    <Reading of={sets} rows={8}>
      {({ now, then }) => (
        <div className="stack">
          {PARTS.map((part) => (
            <Part key={part} part={part} now={now} then={then} />
          ))}
        </div>
      )}
    </Reading>
  )
}

const readSet = ({ id, version }: Version) => take(service.GET('/v1/indicator-sets/{set}/{version}', { params: { path: { set: id, version } } }))

function Part({ part, now, then }: { part: Schemas['AssessmentPart']; now: Set; then: Set | undefined }) {
  const words = useTranslations('indicators')
  const names = useNames()
  const [all, setAll] = useState(false)
  const title = names.value('AssessmentPart', part)
  const pairs = pairsOf(then && itemsOf(then, part), itemsOf(now, part))
  const shown = then && !all ? pairs.filter(({ kept }) => kept !== 'same') : pairs
  const sum = (set: Set) => words('sum', { max: set[part].max, pass: set[part].pass })
  return (
    <section className="stack tight">
      <div className="sub-head">
        <h2>{title}</h2>
        <span className="small quiet">{then ? `${sum(then)} → ${sum(now)}` : sum(now)}</span>
      </div>
      {then && (
        <label className="choice small">
          <input type="checkbox" checked={all} onChange={(event) => setAll(event.target.checked)} />
          <span>{words('unchanged', { count: pairs.filter(({ kept }) => kept === 'same').length })}</span>
        </label>
      )}
      <TableSheet title={title} heads={then ? [words('code'), words('was'), words('is'), words('kept')] : [words('code'), words('item')]} empty={shown.length === 0 ? words('sameItems') : undefined} small>
        {shown.map((pair) => (
          <tr key={pair.code}>
            <td>
              <code>{pair.code}</code>
            </td>
            {then && <td>{pair.before ? <ItemText item={pair.before} /> : '—'}</td>}
            <td>{pair.after ? <ItemText item={pair.after} /> : '—'}</td>
            {then && (
              <td>
                <span className={`state nowrap ${SHAPES[pair.kept]}`}>{words(`keeps.${pair.kept}`)}</span>
              </td>
            )}
          </tr>
        ))}
      </TableSheet>
    </section>
  )
}

function ItemText({ item }: { item: Item }) {
  const words = useTranslations('indicators')
  const names = useNames()
  const wording = useWording()
  return (
    <>
      <p>
        {wording(item.ask)} <span className="quiet nowrap">{words('points', { points: item.max })}</span>
      </p>
      <ul className="micro">
        {item.levels.map((level) => (
          <li key={level.name.zh}>
            {words('level', { name: wording(level.name), from: level.from, to: level.to })} {wording(level.anchor)}
          </li>
        ))}
      </ul>
      <p className="micro">{words('shownBy', { evidence: item.evidence.map((kind) => names.value('IndicatorEvidence', kind)).join(words('comma')) })}</p>
    </>
  )
}

const itemsOf = (set: Set, part: Schemas['AssessmentPart']) => set[part].groups.flatMap(({ items }) => items)

/** Items of one code side by side, in the order of the newer set; what it has no more comes last. */
function pairsOf(before: Item[] | undefined, after: Item[]): Pair[] {
  const earlier = new Map((before ?? []).map((item) => [item.code, item]))
  const later = new Set(after.map(({ code }) => code))
  const present = after.map((item) => pairOf(earlier.get(item.code), item))
  return [...present, ...(before ?? []).filter(({ code }) => !later.has(code)).map((item) => pairOf(item, undefined))]
}

function pairOf(before: Item | undefined, after: Item | undefined): Pair {
  const same = JSON.stringify(before) === JSON.stringify(after)
  return { code: (after ?? before)?.code ?? '', before, after, kept: !before ? 'new' : !after ? 'gone' : same ? 'same' : 'other' }
}
