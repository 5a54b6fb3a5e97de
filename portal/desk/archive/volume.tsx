// The volume of a case in its order, as it would be closed today or as it was: each leaf with its pages, what is still
// missing with its article, by when it has to be closed, and what is done with it.
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { service, type Schemas } from '../../shared/api/client'
import { take } from '../../shared/api/problem'
import { linesOf } from '../acts/model'
import { ObstacleList } from '../acts/obstacles'
import { useMessage } from '../../shared/words/provider'
import { namesOf } from '../case/case-head'
import { Clocks } from '../case/clocks'
import { pageQuery, type CasePage } from '../case/read'
import { useDays } from '../parts/days'
import { PageHead } from '../parts/page'
import { Reading } from '../parts/reading'
import { Sheet } from '../parts/sheet'
import { Leaves } from './leaves'

type CaseVolume = Schemas['CaseVolume']

/** What is done with a volume, closed or open. */
const ACTS = ['archive', 'lend_volume', 'return_volume'] as const

export function Volume() {
  const { id } = useParams({ from: '/archive/$id' })
  const page = useQuery(pageQuery(id))
  const volume = useQuery({ queryKey: ['case', id, 'volume'], queryFn: () => take(service.GET('/v1/cases/{case}/volume', { params: { path: { case: id } } })) })
  return (
    <Reading of={page} page rows={8}>
      {(read) => (
        <Reading of={volume} rows={8}>
          {(leaves) => <Opened id={id} page={read} volume={leaves} />}
        </Reading>
      )}
    </Reading>
  )
}

function Opened({ id, page, volume }: { id: string; page: CasePage; volume: CaseVolume }) {
  const words = useTranslations('archive')
  const names = namesOf(page.case)
  const clocks = (page.deadlines ?? []).filter(({ kind }) => kind === 'archive')
  return (
    <>
      <PageHead
        tab={words('volume')}
        above={
          <>
            <Link to="/archive">{words('title')}</Link> › {page.case.number}
          </>
        }
        title={words('volumeOf', { adopters: names.adopters.join(words('comma')), child: names.child })}
        below={volume.volume_number ?? words('notNumbered')}
      >
        <Link to="/cases/$id/$tab" params={{ id, tab: 'documents' }} className="button">
          {words('documents')}
        </Link>
      </PageHead>
      <div className="columns">
        <Leaves volume={volume} id={id} />
        <div className="stack side-column">
          {clocks.length > 0 && <Clocks clocks={clocks} />}
          <Closing id={id} page={page} volume={volume} />
        </div>
      </div>
    </>
  )
}

/** What is in the way, and the acts; what cannot be done says why. */
function Closing({ id, page, volume }: { id: string; page: CasePage; volume: CaseVolume }) {
  const words = useTranslations('archive')
  const message = useMessage()
  const { day } = useDays()
  const lines = linesOf(page.acts)
  const closing = lines.find(({ act }) => act === 'archive')
  const open = lines.filter(({ act, allowed, standing }) => ACTS.some((each) => each === act) && allowed && standing === 'open')
  const titleOf = (act: string) => {
    const found = lines.find((line) => line.act === act)
    return found && message(found.title)
  }
  return (
    <Sheet title={words('closing')}>
      <div className="body stack tight">
        <p className="small">{volume.closed_on ? words('closedOn', { day: day(volume.closed_on) }) : words('closingHint')}</p>
        {open.map((line, place) => (
          <Link key={line.act} to="/cases/$id/acts/$act" params={{ id, act: line.act }} className={place === 0 ? 'button primary wide' : 'button wide'}>
            {message(line.title)}
          </Link>
        ))}
        {!volume.closed_on && closing?.standing === 'blocked' && <ObstacleList id={id} obstacles={closing.obstacles} what={message(closing.title)} titleOf={titleOf} />}
      </div>
    </Sheet>
  )
}
