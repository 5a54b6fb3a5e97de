// Why a sheet cannot be sent yet: each item by its name, with a link to it. What is no matter of an item is said as it is.
import { Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { ProblemError, type Violation } from '../../../shared/api/problem'
import { pointerOf } from '../../acts/form/faults'
import { Said } from '../../parts/said'
import { itemsOf, type Item, type Part, type Scored } from '../read'
import { useWording } from '../wording'

interface FaultsProps {
  id: string
  part: Part
  scored: Scored
  error: unknown
}

export function SheetFaults({ id, part, scored, error }: FaultsProps) {
  const words = useTranslations('assess')
  const say = useWording()
  const items = itemsOf(scored, part)
  const violations = error instanceof ProblemError ? error.violations : []
  if (!violations.some((violation) => itemIn(violation, items))) return <Said error={error} />
  return (
    <div className="summary" role="alert">
      <h2>{words('notYet', { count: violations.length })}</h2>
      <ul>
        {violations.map((violation, place) => {
          const item = itemIn(violation, items)
          return (
            <li key={place}>
              {item && (
                <Link to="/tasks/$id/score/$part/$item" params={{ id, part, item: item.code }}>
                  {say(item.ask)}
                </Link>
              )}
              <span>{violation.message}</span>
              <span className="micro">{violation.citation}</span>
            </li>
          )
        })}
      </ul>
    </div>
  )
}

/** The service names an item by its code, whose dot a pointer writes as a step. */
function itemIn(violation: Violation, items: Item[]): Item | undefined {
  const path = pointerOf(violation.field)
  return items.find(({ code }) => path.endsWith(`/${code.replaceAll('.', '/')}`) || path.endsWith(`/${code}`))
}
