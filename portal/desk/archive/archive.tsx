// What is to be filed, and what is.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { service } from '../../shared/api/client'
import { take } from '../../shared/api/problem'
import { Lines } from '../ledger/ledger'
import { PageHead } from '../parts/page'
import { Reading } from '../parts/reading'

const STAGES = ['issued', 'archived', 'closed'] as const

export function Archive() {
  const words = useTranslations('archive')
  const [stage, setStage] = useState<(typeof STAGES)[number]>('issued')
  const cases = useQuery({
    queryKey: ['lists', 'archive', stage],
    queryFn: () => take(service.GET('/v1/cases', { params: { query: { stage, limit: 100 } as never } })),
  })
  return (
    <>
      <PageHead title={words('title')} tab={words('title')} />
      <div className="tabs" role="group" aria-label={words('title')}>
        {STAGES.map((each) => (
          <button key={each} type="button" className={each === stage ? 'tab on' : 'tab'} aria-pressed={each === stage} onClick={() => setStage(each)}>
            {words(each)}
          </button>
        ))}
      </div>
      <Reading of={cases}>
        {(page) => (
          <div className="sheet scroller" role="region" aria-label={words(stage)} tabIndex={0}>
            {page.cases.length > 0 ? <Lines lines={page.cases} /> : <p className="empty">{words('none')}</p>}
            {page.next && <p className="more quiet">{words('more')}</p>}
          </div>
        )}
      </Reading>
    </>
  )
}
