// The error summary: first on the page, focused, each line with its article and a link to the field it is about. A field
// says the same words above itself.
import { useEffect, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { ProblemError, type Violation } from '../../../shared/api/problem'
import { useNames } from '../../parts/names'
import { Article, Said } from '../../parts/said'
import { idOf, pointerOf } from './faults'
import { labelAt } from './labels'
import type { Type } from './model'

/** `of` is the type of the form, so that each line says which field it is about. */
export function Summary({ error, what, of }: { error: unknown; what: string; of?: { type: Type; owner?: string | undefined } }) {
  const words = useTranslations('form')
  const place = useRef<HTMLDivElement>(null)
  const violations = error instanceof ProblemError ? error.violations : []
  useEffect(() => {
    if (violations.length === 0) return
    // By itself the browser would show the middle of a long one.
    place.current?.focus({ preventScroll: true })
    place.current?.scrollIntoView({ block: 'start' })
    const before = document.title
    document.title = `${words('faulty')}${before}`
    return () => {
      document.title = before
    }
    // A new refusal is a new object; its list is no reason of its own.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [error])
  if (violations.length === 0) return <Said error={error} />
  const inForm = violations.filter((violation) => fieldOf(violation) !== null)
  const lawful = inForm.length === 0
  return (
    <div className="summary" role="alert" tabIndex={-1} ref={place}>
      <h2>{lawful ? words('notNow', { what, count: violations.length }) : words('faults', { count: violations.length })}</h2>
      <ul>
        {violations.map((violation, place) => (
          <Line key={place} violation={violation} of={of} />
        ))}
      </ul>
    </div>
  )
}

/** The field itself, or the nearest group it stands in. What is about the case stands in no form. */
function fieldOf(violation: Violation): HTMLElement | null {
  if (!violation.field || violation.in === 'case') return null
  const parts = pointerOf(violation.field).split('/')
  for (; parts.length > 0; parts.pop()) {
    const found = document.getElementById(idOf(parts.join('/')))
    if (found) return found
  }
  return null
}

function Line({ violation, of }: { violation: Violation; of: { type: Type; owner?: string | undefined } | undefined }) {
  const words = useTranslations('form')
  const names = useNames()
  const go = () => fieldOf(violation)?.focus()
  const where = of && violation.field && violation.in !== 'case' ? labelAt(names, of.type, of.owner, pointerOf(violation.field)) : ''
  return (
    <li>
      {violation.field ? (
        <button type="button" className="link summary-link" onClick={go}>
          {where ? words('at', { where, what: violation.message }) : violation.message}
        </button>
      ) : (
        <span>{violation.message}</span>
      )}
      <Article of={violation} />
    </li>
  )
}
