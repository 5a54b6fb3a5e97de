// The ledger of gifts. It is walled off from the cases: nothing of a case is ever shown here.
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { service } from '../../shared/api/client'
import { take } from '../../shared/api/problem'
import { Bars } from '../../shared/parts/bars'
import { OperationForm } from '../acts/operation-form'
import { Dialog } from '../parts/dialog'
import { useDays } from '../parts/days'
import { PageHead } from '../parts/page'
import { Unread } from '../parts/said'
import { TableSheet } from '../parts/table'
import { GiftDialog } from './gift'
import { GiftState, useGift, type Line } from './words'

const KEY = ['lists', 'donations']

export function Donations() {
  const words = useTranslations('donations')
  const queries = useQueryClient()
  const [open, setOpen] = useState<string>()
  const gifts = useInfiniteQuery({
    queryKey: KEY,
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => take(service.GET('/v1/donations', { params: { query: { ...(pageParam && { cursor: pageParam }), limit: 50 } } })),
    getNextPageParam: (page) => page.next ?? undefined,
  })
  const lines = gifts.data?.pages.flatMap((page) => page.donations)
  const shown = lines?.find(({ id }) => id === open)
  const changed = () => void queries.invalidateQueries({ queryKey: KEY })
  return (
    <>
      <PageHead title={words('title')} tab={words('title')} below={words('hint')}>
        <Link to="/donations/report" className="button">
          {words('report.title')}
        </Link>
        <button type="button" className="button primary" onClick={() => setOpen('new')}>
          {words('steps.create_donation')}
        </button>
      </PageHead>
      {!lines && (gifts.isError ? <Unread error={gifts.error} again={() => void gifts.refetch()} /> : <Bars rows={4} small />)}
      {lines && (
        <TableSheet title={words('title')} heads={[words('offered'), words('donor'), words('gift'), words('recipient'), words('state'), words('look')]} empty={lines.length === 0 ? words('none') : undefined}>
          {lines.map((line) => (
            <GiftRow key={line.id} line={line} onOpen={() => setOpen(line.id)} />
          ))}
        </TableSheet>
      )}
      {gifts.hasNextPage && (
        <p className="more">
          <button type="button" className="button low" disabled={gifts.isFetchingNextPage} onClick={() => void gifts.fetchNextPage()}>
            {words('more')}
          </button>
        </p>
      )}
      {open === 'new' && (
        <Dialog title={words('steps.create_donation')} onClose={() => setOpen(undefined)} wide>
          <OperationForm
            operation="create_donation"
            what={words('steps.create_donation')}
            onDone={() => {
              setOpen(undefined)
              changed()
            }}
          />
        </Dialog>
      )}
      {shown && <GiftDialog line={shown} onClose={() => setOpen(undefined)} onChanged={changed} />}
    </>
  )
}

function GiftRow({ line, onOpen }: { line: Line; onOpen: () => void }) {
  const words = useTranslations('donations')
  const gift = useGift()
  const { day } = useDays()
  return (
    <tr>
      <td className="nowrap">{day(line.offered_on)}</td>
      <td>{line.donor}</td>
      <td>{gift(line.gift)}</td>
      <td>
        {line.recipient}
        <div className="micro">{line.purpose}</div>
      </td>
      <td>
        <GiftState state={line.state} />
      </td>
      <td className="right">
        <button type="button" className="button low" aria-label={words('lookAt', { donor: line.donor })} onClick={onOpen}>
          {words('look')}
        </button>
      </td>
    </tr>
  )
}
