// The hash chains for the auditor: how far each has come, each computed anew on demand; and the newest signed checkpoint,
// to be kept where the office cannot reach it. Nothing of what an event says is here.
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { service, type Schemas } from '../../shared/api/client'
import { take } from '../../shared/api/problem'
import { PageHead } from '../parts/page'
import { Reading } from '../parts/reading'
import { Said, Unread } from '../parts/said'
import { useSending } from '../parts/sending'
import { Sheet } from '../parts/sheet'
import { Bars } from '../../shared/parts/bars'

const HEAD = 16

export function Chains() {
  const words = useTranslations('audit.chains')
  const chains = useInfiniteQuery({
    queryKey: ['chains'],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => take(service.GET('/v1/chains', { params: { query: { ...(pageParam && { cursor: pageParam }), limit: 50 } } })),
    getNextPageParam: (page) => page.next ?? undefined,
  })
  const ends = chains.data?.pages.flatMap((page) => page.chains)
  return (
    <>
      <PageHead title={words('title')} tab={words('title')} below={words('hint')} />
      <div className="stack">
        <Checkpoint />
        <div className="sheet scroller" role="region" aria-label={words('title')} tabIndex={0}>
          {!ends && (chains.isError ? <Unread error={chains.error} again={() => void chains.refetch()} /> : <Bars rows={6} small />)}
          {ends?.length === 0 && <p className="empty">{words('none')}</p>}
          {ends && ends.length > 0 && (
            <table className="small">
              <caption className="unseen">{words('title')}</caption>
              <thead>
                <tr>
                  <th scope="col">{words('chain')}</th>
                  <th scope="col" className="number">
                    {words('entries')}
                  </th>
                  <th scope="col">{words('head')}</th>
                  <th scope="col">{words('result')}</th>
                </tr>
              </thead>
              <tbody>
                {ends.map((end) => (
                  <Line key={end.chain} end={end} />
                ))}
              </tbody>
            </table>
          )}
          {chains.hasNextPage && (
            <p className="more">
              <button type="button" className="button low" disabled={chains.isFetchingNextPage} onClick={() => void chains.fetchNextPage()}>
                {words('more')}
              </button>
            </p>
          )}
        </div>
      </div>
    </>
  )
}

function Line({ end }: { end: Schemas['ChainEnd'] }) {
  const words = useTranslations('audit.chains')
  const { send, sending, error } = useSending()
  const [chain, setChain] = useState<Schemas['CaseChain']>()
  const compute = () => send(async () => setChain(await take(service.GET('/v1/chains/{id}', { params: { path: { id: end.chain } } }))))
  return (
    <tr>
      <td>
        <code>{end.chain}</code>
      </td>
      <td className="number">{end.entries}</td>
      <td>
        <code title={end.head}>{end.head.slice(0, HEAD)}…</code>
      </td>
      <td>
        <div role="status">
          {chain && (
            <p className={chain.whole ? 'state done' : 'state bad'}>
              {chain.whole ? words('whole', { count: chain.links.length }) : (chain.damage ?? words('damaged'))}
            </p>
          )}
        </div>
        <Said error={error} />
        <button type="button" className="button low" disabled={sending} onClick={() => void compute()}>
          {words('compute')}
        </button>
      </td>
    </tr>
  )
}

function Checkpoint() {
  const words = useTranslations('audit.chains')
  const read = useQuery({ queryKey: ['checkpoints'], queryFn: () => take(service.GET('/v1/checkpoints', { params: { query: { limit: 1 } } })) })
  return (
    <Sheet title={words('checkpoint')}>
      <div className="body">
        <p className="small quiet">{words('checkpointHint')}</p>
        <Reading of={read}>
          {({ checkpoints, key }) =>
            checkpoints[0] ? (
              <>
                <pre className="note-text">{checkpoints[0]}</pre>
                <p className="micro">
                  {words('key')} <code>{key}</code>
                </p>
              </>
            ) : (
              <p>{words('noCheckpoint')}</p>
            )
          }
        </Reading>
      </div>
    </Sheet>
  )
}
