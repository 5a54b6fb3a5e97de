// What may be done in the case, in the service's order. What may not yet is grey under what is in its way: each obstacle is
// told once, with its article and its cure. What others do stands apart.
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useMessage } from '../../shared/words/provider'
import type { ActLine } from '../acts/model'
import { ObstacleText, toldOnce, wordingOf, type ToldObstacle } from '../acts/obstacles'
import { useKeys } from '../frame/keys'
import { useNames } from '../parts/names'
import { Sheet } from '../parts/sheet'

/** So many obstacles are shown at first; the rest at a press. */
const FIRST = 6

export function Acts({ id, lines }: { id: string; lines: ActLine[] }) {
  const words = useTranslations('case')
  return (
    <Sheet title={words('acts')} aside={<span className="small quiet">{words('greyHint')}</span>}>
      <Lists id={id} lines={lines} />
    </Sheet>
  )
}

function Lists({ id, lines }: { id: string; lines: ActLine[] }) {
  const words = useTranslations('case')
  const message = useMessage()
  const [filter, setFilter] = useState('')
  const [all, setAll] = useState(false)
  const sought = filter.trim().toLowerCase()
  const seen = lines.filter((line) => message(line.title).toLowerCase().includes(sought) || line.act.includes(sought))
  const open = seen.filter((line) => line.standing === 'open')
  const ways = inTheWay(seen.filter((line) => line.standing === 'blocked' && line.allowed))
  const others = seen.filter((line) => !line.allowed)
  const titleOf = (act: string) => {
    const found = lines.find((each) => each.act === act)
    return found && message(found.title)
  }
  useKeys({ a: () => document.getElementById('act-filter')?.focus() })
  return (
    <>
      <div className="acts-filter">
        <label htmlFor="act-filter" className="unseen">
          {words('filterActs')}
        </label>
        <input id="act-filter" className="input" value={filter} placeholder={words('filterActs')} onChange={(event) => setFilter(event.target.value)} />
      </div>
      <div className="act-buttons">
        {open.map((line) => (
          <ActLink key={line.act} id={id} line={line} />
        ))}
        {open.length === 0 && <p className="quiet small">{words('noActs')}</p>}
      </div>
      <ul className="grey-acts">
        {ways.slice(0, all || sought ? undefined : FIRST).map(({ obstacle, acts }) => (
          <li key={wordingOf(obstacle)}>
            <div className="small">
              <ObstacleText id={id} obstacle={obstacle} titleOf={titleOf} />
            </div>
            <div className="grey-buttons">
              {acts.map((line) => (
                <GreyAct key={line.act} id={id} line={line} />
              ))}
            </div>
          </li>
        ))}
      </ul>
      {!all && !sought && ways.length > FIRST && (
        <p className="more">
          <button type="button" className="link" onClick={() => setAll(true)}>
            {words('allActs', { count: ways.length - FIRST })}
          </button>
        </p>
      )}
      {others.length > 0 && <OthersActs id={id} lines={others} open={sought !== ''} />}
    </>
  )
}

interface Way {
  obstacle: ToldObstacle
  acts: ActLine[]
}

/** Each obstacle with the acts it is the first to be in the way of. */
function inTheWay(lines: ActLine[]): Way[] {
  const first = (line: ActLine) => line.obstacles[0] && wordingOf(line.obstacles[0])
  return toldOnce(lines.flatMap(({ obstacles }) => obstacles))
    .map((obstacle) => ({ obstacle, acts: lines.filter((line) => first(line) === wordingOf(obstacle)) }))
    .filter(({ acts }) => acts.length > 0)
}

function ActLink({ id, line }: { id: string; line: ActLine }) {
  const message = useMessage()
  const grey = line.state === 'blocked'
  return (
    <Link to="/cases/$id/acts/$act" params={{ id, act: line.act }} className="button low" aria-disabled={grey || undefined}>
      {message(line.title)}
    </Link>
  )
}

function GreyAct({ id, line }: { id: string; line: ActLine }) {
  const words = useTranslations('case')
  return (
    <span>
      <ActLink id={id} line={line} />
      {line.obstacles.length > 1 && <span className="micro"> {words('moreReasons', { count: line.obstacles.length - 1 })}</span>}
    </span>
  )
}

function OthersActs({ id, lines, open }: { id: string; lines: ActLine[]; open: boolean }) {
  const words = useTranslations('case')
  const names = useNames()
  const who = (line: ActLine) => line.who.map((role) => names.value('Role', role)).join(words('comma'))
  const groups = [...new Set(lines.map(who))].map((each) => [each, lines.filter((line) => who(line) === each)] as const)
  return (
    <details className="others-acts" open={open || undefined}>
      <summary>{words('othersActs', { count: lines.length })}</summary>
      {groups.map(([title, acts]) => (
        <div key={title}>
          <p className="small quiet">{title}</p>
          <div className="grey-buttons">
            {acts.map((line) => (
              <ActLink key={line.act} id={id} line={line} />
            ))}
          </div>
        </div>
      ))}
    </details>
  )
}
