// What went wrong, in the words of the service: its title, every rule, the number to name when asking for help.
import { useEffect, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { articleOf, NoAnswerError, ProblemError, type Violation } from '../../shared/api/problem'
import { Wait } from '../../shared/parts/wait'

/** The article that a violation rests on, where it rests on one. */
export function Article({ of }: { of: Violation }) {
  const article = articleOf(of)
  return article && <span className="micro">{article}</span>
}

/** A refusal beside the thing that was tried. It takes the focus, so that it is read out and seen. */
export function Said({ error }: { error: unknown }) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (error) place.current?.focus()
  }, [error])
  if (!error) return null
  return (
    <div className="note red said" role="alert" tabIndex={-1} ref={place}>
      <Words error={error} />
    </div>
  )
}

/** A page or a sheet that could not be read, with another try. */
export function Unread({ error, again }: { error: unknown; again: () => void }) {
  const words = useTranslations('shared.problem')
  const absent = error instanceof ProblemError && (error.status === 403 || error.status === 404)
  return (
    <div className="note red said" role="alert">
      {absent ? <p className="strong">{words('absent')}</p> : <Words error={error} />}
      {!absent && (
        <button type="button" className="button low" onClick={again}>
          {words('again')}
        </button>
      )}
    </div>
  )
}

function Words({ error }: { error: unknown }) {
  const words = useTranslations('shared.problem')
  if (error instanceof NoAnswerError) {
    return (
      <>
        <p className="strong">{words('noAnswer')}</p>
        <p>{words('noAnswerHint')}</p>
      </>
    )
  }
  if (!(error instanceof ProblemError)) return <p className="strong">{String(error)}</p>
  const { title, detail, request_id: number } = error.problem
  return (
    <>
      <p className="strong">{title}</p>
      {detail && <p>{detail}</p>}
      {error.violations.length > 0 && (
        <ul className="plain-list">
          {error.violations.map((violation, place) => (
            <li key={place}>
              {violation.message} <Article of={violation} />
            </li>
          ))}
        </ul>
      )}
      {error.retryAfter !== undefined && <Wait seconds={error.retryAfter} key={error.problem.request_id} />}
      {number && <p className="micro">{words('number', { id: number })}</p>}
    </>
  )
}
