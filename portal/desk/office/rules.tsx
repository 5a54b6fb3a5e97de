// The rulebook: every rule with its article and how sure its source is.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { service } from '../../shared/api/client'
import { take } from '../../shared/api/problem'
import { useMessage } from '../../shared/words/provider'
import { useNames } from '../parts/names'
import { PageHead } from '../parts/page'
import { Reading } from '../parts/reading'

export function Rules() {
  const words = useTranslations('rules')
  const names = useNames()
  const message = useMessage()
  const [text, setText] = useState('')
  const rules = useQuery({ queryKey: ['rules'], queryFn: () => take(service.GET('/v1/rules', { params: { query: {} } })), staleTime: Infinity })
  return (
    <>
      <PageHead title={words('title')} tab={words('title')} below={words('hint')} />
      <div className="filters">
        <label>
          <span>{words('find')}</span>
          <input className="input" value={text} onChange={(event) => setText(event.target.value)} />
        </label>
      </div>
      <Reading of={rules} rows={8}>
        {(all) => {
          const seen = all.filter((rule) => `${rule.id} ${message(rule.citation)} ${message(rule.statement)}`.toLowerCase().includes(text.trim().toLowerCase()))
          return (
            <div className="sheet scroller" role="region" aria-label={words('title')} tabIndex={0}>
              <table>
                <caption className="unseen">{words('title')}</caption>
                <thead>
                  <tr>
                    <th scope="col">{words('article')}</th>
                    <th scope="col">{words('statement')}</th>
                    <th scope="col">{words('source')}</th>
                  </tr>
                </thead>
                <tbody>
                  {seen.map((rule) => (
                    <tr key={rule.id}>
                      <td>
                        {message(rule.citation)}
                        <div className="micro">{rule.id}</div>
                      </td>
                      <td>{message(rule.statement)}</td>
                      <td className="nowrap">{names.value('Confidence', rule.confidence)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
              {seen.length === 0 && <p className="empty">{words('none')}</p>}
            </div>
          )
        }}
      </Reading>
    </>
  )
}
