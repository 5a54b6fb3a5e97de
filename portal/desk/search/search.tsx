// The search: by a number, a name or its beginning, a telephone. What was typed stands in no address; "absent" and
// "not yours" look alike, because the service tells them alike.
import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { service } from '../../shared/api/client'
import { take } from '../../shared/api/problem'
import { Lines } from '../ledger/ledger'
import { PageHead } from '../parts/page'
import { Reading } from '../parts/reading'
import { keptSearch } from './text'

export function Search() {
  const words = useTranslations('search')
  // The number of the try makes a new one of the same words ask again.
  const { at } = useSearch({ from: '/search' })
  const text = keptSearch()
  const found = useQuery({
    queryKey: ['lists', 'search', at],
    queryFn: () => take(service.POST('/v1/search', { body: { text } })),
    enabled: text !== '',
    gcTime: 0,
  })
  return (
    <>
      <PageHead title={words('title')} tab={words('title')} below={words('hint')} />
      {text !== '' && (
        <Reading of={found}>
          {({ cases, more }) => (
            <div className="sheet scroller" role="region" aria-label={words('title')} tabIndex={0}>
              {cases.length > 0 ? <Lines lines={cases.map((line) => line.case)} /> : <p className="empty">{words('none')}</p>}
              {more && <p className="more quiet">{words('more')}</p>}
            </div>
          )}
        </Reading>
      )}
    </>
  )
}
