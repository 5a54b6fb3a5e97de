// The sets of indicators: which are loaded, which is in force, what a file to be loaded has wrong by its cells, and what
// changed from one version to another.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { service, type Schemas } from '../../shared/api/client'
import { take } from '../../shared/api/problem'
import { useLanguage } from '../../shared/words/provider'
import { useDays } from '../parts/days'
import { PageHead } from '../parts/page'
import { Reading } from '../parts/reading'
import { TableSheet } from '../parts/table'
import { useMe } from '../session/state'
import { Changes } from './changes'
import { ImportSet } from './import-set'

type Line = Schemas['IndicatorSetLine']

export function IndicatorSets() {
  const words = useTranslations('indicators')
  const me = useMe()
  const queries = useQueryClient()
  const sets = useQuery({ queryKey: ['indicator-sets'], queryFn: () => take(service.GET('/v1/indicator-sets')) })
  return (
    <>
      <PageHead title={words('title')} tab={words('title')} below={words('hint')} />
      <div className="stack">
        <Reading of={sets}>
          {(all) => (
            <>
              <TableSheet title={words('title')} heads={[words('set'), words('issuer'), words('from'), words('loaded'), words('state')]} empty={all.length === 0 ? words('none') : undefined}>
                {all.map((line) => (
                  <SetRow key={line.id + line.version} line={line} />
                ))}
              </TableSheet>
              {all.length > 1 && <Compare sets={all} />}
            </>
          )}
        </Reading>
        {me?.roles.includes('administrator') && <ImportSet onLoaded={() => void queries.invalidateQueries({ queryKey: ['indicator-sets'] })} />}
      </div>
    </>
  )
}

function SetRow({ line }: { line: Line }) {
  const words = useTranslations('indicators')
  const wording = useWording()
  const { day } = useDays()
  return (
    <tr>
      <td>
        {wording(line.name)}
        <div className="micro">{words('version', { id: line.id, version: line.version })}</div>
      </td>
      <td>
        {wording(line.issuer)}
        {!line.official && <div className="small amber">{words('notOfficial')}</div>}
      </td>
      <td className="nowrap">{day(line.in_force_from)}</td>
      <td className="small">
        {line.loaded_on ? day(line.loaded_on) : '—'}
        {line.loaded_by && <div className="micro">{line.loaded_by}</div>}
      </td>
      <td>
        <span className={line.in_force ? 'state done nowrap' : 'state off nowrap'}>{line.in_force ? words('inForce') : words('notInForce')}</span>
      </td>
    </tr>
  )
}

/** A province's words may have no English. */
function useWording() {
  const language = useLanguage()
  return ({ zh, en }: Schemas['Wording']) => (language === 'en' && en ? en : zh)
}

function Compare({ sets }: { sets: Line[] }) {
  const words = useTranslations('indicators')
  const [before, setBefore] = useState(1)
  const [after, setAfter] = useState(0)
  const pick = (id: string, label: string, at: number, set: (at: number) => void) => (
    <label>
      <span>{label}</span>
      <select id={id} className="input" value={at} onChange={(event) => set(Number(event.target.value))}>
        {sets.map((line, place) => (
          <option key={line.id + line.version} value={place}>
            {words('version', { id: line.id, version: line.version })}
          </option>
        ))}
      </select>
    </label>
  )
  const [one, other] = [sets[before], sets[after]]
  return (
    <section aria-label={words('compare')}>
      <div className="filters">
        {pick('before', words('before'), before, setBefore)}
        {pick('after', words('after'), after, setAfter)}
      </div>
      {one && other && one !== other && <Changes before={one} after={other} />}
    </section>
  )
}
