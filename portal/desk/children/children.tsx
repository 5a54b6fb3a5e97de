// A welfare institution's first page: the children it places, those whose papers are missing or came back first.
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { useDays } from '../parts/days'
import { useNames } from '../parts/names'
import { PageHead } from '../parts/page'
import { Reading } from '../parts/reading'
import { Need } from './need'
import { childrenQuery, type Line } from './read'
import './children.css'

export function Children() {
  const words = useTranslations('children')
  const read = useQuery(childrenQuery)
  return (
    <>
      <PageHead title={words('title')} tab={words('title')} below={words('hint')} />
      <Reading of={read}>
        {(lines) =>
          lines.length === 0 ? (
            <p className="sheet empty">{words('none')}</p>
          ) : (
            <ul className="sheet child-list">
              {[...lines].sort(byNeed).map((line) => (
                <ChildLine key={line.case_id} line={line} />
              ))}
            </ul>
          )
        }
      </Reading>
    </>
  )
}

/** What came back, then what is missing, then the others as the service lists them. */
const byNeed = (one: Line, other: Line) => other.rejected - one.rejected || other.missing - one.missing

function ChildLine({ line }: { line: Line }) {
  const words = useTranslations('children')
  const names = useNames()
  const { day } = useDays()
  return (
    <li>
      <div>
        <Link to="/children/$id" params={{ id: line.case_id }} className="child-name song">
          {line.child.name}
        </Link>
        <p className="small quiet">
          {names.value('Sex', line.child.sex)} · {words('born', { day: day(line.child.birth_date) })}
        </p>
        <p className="micro">
          {line.number} · {names.value('Stage', line.stage)} · {words('receivedOn', { day: day(line.received_on) })}
        </p>
      </div>
      <p className="child-need">
        <Need missing={line.missing} rejected={line.rejected} />
      </p>
      <Link to="/children/$id" params={{ id: line.case_id }} className={line.missing + line.rejected > 0 ? 'button primary' : 'button'} aria-label={words('openOf', { name: line.child.name })}>
        {words('open')}
      </Link>
    </li>
  )
}
