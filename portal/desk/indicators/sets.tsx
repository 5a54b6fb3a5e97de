// The sets of indicators: which are loaded, which is in force, what a file to be loaded has wrong by its cells, and what
// changed from one version to another.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { service, type Schemas } from '../../shared/api/client'
import { take } from '../../shared/api/problem'
import { usePeople } from '../acts/form/person-field'
import { useWording } from '../assess/wording'
import { useDays } from '../parts/days'
import { PageHead } from '../parts/page'
import { Reading, Together } from '../parts/reading'
import { TableSheet } from '../parts/table'
import { useMe } from '../session/state'
import { Changes } from './changes'
import { ImportSet } from './import-set'
import { SideBySide } from './side-by-side'

type Line = Schemas['IndicatorSetLine']

export function IndicatorSets() {
  const words = useTranslations('indicators')
  const administers = useMe()?.roles.includes('administrator') ?? false
  const queries = useQueryClient()
  const sets = useQuery({ queryKey: ['indicator-sets'], queryFn: () => take(service.GET('/v1/indicator-sets')) })
  const names = administers && (sets.data ?? []).some((line) => line.loaded_by)
  const people = usePeople(names)
  return (
    <>
      <PageHead title={words('title')} tab={words('title')} below={words('hint')} />
      <div className="stack">
        <Together of={[sets, people]}>
          <Reading of={sets}>
            {(all) => (
              <>
                <TableSheet title={words('title')} heads={[words('set'), words('issuer'), words('from'), words('loaded'), words('state')]} empty={all.length === 0 ? words('none') : undefined}>
                  {all.map((line) => (
                    <SetRow key={line.id + line.version} line={line} named={names} />
                  ))}
                </TableSheet>
                {administers && <ImportSet onLoaded={() => void queries.invalidateQueries({ queryKey: ['indicator-sets'] })} />}
                {all.length > 0 && <Contents sets={all} />}
              </>
            )}
          </Reading>
        </Together>
      </div>
    </>
  )
}

function SetRow({ line, named }: { line: Line; named: boolean }) {
  const words = useTranslations('indicators')
  const wording = useWording()
  const { day } = useDays()
  // Named to whoever administers the accounts; to others it is an account without a name.
  const by = usePeople(named).data?.find(({ id }) => id === line.loaded_by)?.name
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
        {by && <div className="micro">{by}</div>}
      </td>
      <td>
        <span className={line.in_force ? 'state done nowrap' : 'state off nowrap'}>{line.in_force ? words('inForce') : words('notInForce')}</span>
      </td>
    </tr>
  )
}

/** A set to look into, and another version to lay beside it. */
function Contents({ sets }: { sets: Line[] }) {
  const words = useTranslations('indicators')
  const [shown, setShown] = useState(0)
  const [beside, setBeside] = useState(-1)
  const options = sets.map((line, place) => (
    <option key={line.id + line.version} value={place}>
      {words('version', { id: line.id, version: line.version })}
    </option>
  ))
  const after = sets[shown]
  const before = beside === shown ? undefined : sets[beside]
  return (
    <section className="stack" aria-label={words('contents')}>
      <div className="filters">
        <label>
          <span>{words('shown')}</span>
          <select className="input" value={shown} onChange={(event) => setShown(Number(event.target.value))}>
            {options}
          </select>
        </label>
        {sets.length > 1 && (
          <label>
            <span>{words('beside')}</span>
            <select className="input" value={beside} onChange={(event) => setBeside(Number(event.target.value))}>
              <option value={-1}>{words('nothingBeside')}</option>
              {options}
            </select>
          </label>
        )}
      </div>
      {after && <SideBySide before={before} after={after} />}
      {after && before && (
        <details>
          <summary>{words('everyPlace')}</summary>
          <Changes before={before} after={after} />
        </details>
      )}
    </section>
  )
}
