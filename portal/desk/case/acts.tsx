// What may be done in the case, in the service's order; what may not yet, grey, with its reason and its article.
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useMessage } from '../../shared/words/provider'
import { linesOf, type ActLine } from '../acts/model'
import { useKeys } from '../frame/keys'
import { useNames } from '../parts/names'
import { Reading } from '../parts/reading'
import { Sheet } from '../parts/sheet'
import { actsQuery } from './read'

/** So many of what cannot be done yet are shown at first; the rest at a press. */
const FIRST = 8

export function Acts({ id }: { id: string }) {
  const words = useTranslations('case')
  const acts = useQuery(actsQuery(id))
  const message = useMessage()
  return (
    <Sheet title={words('acts')} aside={<span className="small quiet">{words('greyHint')}</span>}>
      <Reading of={acts} rows={6}>
        {(answer) => <Lists id={id} lines={linesOf(answer, message)} />}
      </Reading>
    </Sheet>
  )
}

function Lists({ id, lines }: { id: string; lines: ActLine[] }) {
  const words = useTranslations('case')
  const [filter, setFilter] = useState('')
  const seen = lines.filter((line) => line.title.toLowerCase().includes(filter.trim().toLowerCase()) || line.act.includes(filter.trim().toLowerCase()))
  const [all, setAll] = useState(false)
  const open = seen.filter((line) => line.standing === 'open')
  const grey = seen.filter((line) => line.standing !== 'open')
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
          <Link key={line.act} to="/cases/$id/acts/$act" params={{ id, act: line.act }} className="button low">
            {line.title}
          </Link>
        ))}
        {open.length === 0 && <p className="quiet small">{words('noActs')}</p>}
      </div>
      <ul className="grey-acts">
        {grey.slice(0, all || filter ? undefined : FIRST).map((line) => (
          <GreyAct key={line.act} id={id} line={line} />
        ))}
      </ul>
      {!all && !filter && grey.length > FIRST && (
        <p className="more">
          <button type="button" className="link" onClick={() => setAll(true)}>
            {words('allActs', { count: grey.length - FIRST })}
          </button>
        </p>
      )}
    </>
  )
}

function GreyAct({ id, line }: { id: string; line: ActLine }) {
  const words = useTranslations('case')
  const names = useNames()
  const message = useMessage()
  const [first, ...rest] = line.obstacles
  return (
    <li>
      <Link to="/cases/$id/acts/$act" params={{ id, act: line.act }} className="button low" aria-disabled="true">
        {line.title}
      </Link>
      <div className="small">
        {line.standing === 'others' && <p>{words('byOthers', { who: line.who.map((role) => names.value('Role', role)).join(words('comma')) })}</p>}
        {first && (
          <>
            <p>{message(first.message)}</p>
            <p className="micro">{first.citation}</p>
          </>
        )}
        {rest.length > 0 && (
          <details>
            <summary>{words('moreReasons', { count: rest.length })}</summary>
            <ul className="plain-list">
              {rest.map((obstacle, place) => (
                <li key={place}>
                  {message(obstacle.message)} <span className="micro">{obstacle.citation}</span>
                </li>
              ))}
            </ul>
          </details>
        )}
      </div>
    </li>
  )
}
