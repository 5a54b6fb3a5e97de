// What went wrong, in the words of the service: what it is, every rule with its article, what to name on the telephone.
import { useEffect, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { articleOf, NoAnswerError, ProblemError } from '../../shared/api/problem'
import { Wait } from '../../shared/parts/wait'

/** Takes the focus, so that it is seen and read out. */
export function Said({ error }: { error: unknown }) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (error) place.current?.focus()
  }, [error])
  if (!error) return null
  return (
    <div className="note red" role="alert" tabIndex={-1} ref={place}>
      <What error={error} />
    </div>
  )
}

function What({ error }: { error: unknown }) {
  const words = useTranslations('problem')
  const shared = useTranslations('shared.problem')
  if (error instanceof NoAnswerError) {
    return (
      <>
        <p className="strong">{words('noAnswer')}</p>
        <p>{words('noAnswerHint')}</p>
      </>
    )
  }
  if (!(error instanceof ProblemError)) return <p className="strong">{words('own')}</p>
  const { title, detail, request_id: number } = error.problem
  const rules = error.violations
  return (
    <>
      {rules.length === 0 && <p className="strong">{title}</p>}
      {detail && <p>{detail}</p>}
      {rules.map((rule) => (
        <p key={`${rule.rule}${rule.field ?? ''}${rule.message}`}>
          <b>{rule.message}</b>
          {articleOf(rule) && <span className="cite">{articleOf(rule)}</span>}
        </p>
      ))}
      {error.retryAfter !== undefined && <Wait seconds={error.retryAfter} key={number} />}
      {error.status >= 500 && number && <p className="cite">{shared('number', { id: number })}</p>}
    </>
  )
}
