// The page of a case. Its first lines answer: whose, where it stands, what is next, by when.
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { linesOf } from '../acts/model'
import { useKeys } from '../frame/keys'
import { useNames } from '../parts/names'
import { useNotice } from '../parts/notice'
import { PageHead } from '../parts/page'
import { Reading } from '../parts/reading'
import { useMe } from '../session/state'
import { Acts } from './acts'
import { namesOf } from './case-head'
import { Clocks } from './clocks'
import { Documents } from './documents'
import { History } from './history'
import { CaseIncidents } from './incidents'
import { Papers } from './papers'
import { Parties } from './people'
import { pageQuery, type CasePage as Read } from './read'
import { StageLine, StageWord } from './stage-line'
import { Plan } from '../visitor/plan'

const TABS = ['review', 'papers', 'parties', 'documents', 'history'] as const
type Tab = (typeof TABS)[number]

export function CasePage() {
  const { id, tab } = useParams({ strict: false })
  const read = useQuery(pageQuery(id ?? ''))
  const shown = TABS.find((each) => each === tab) ?? 'review'
  return <Reading of={read} page>{(page) => <Case id={id ?? ''} page={page} tab={shown} />}</Reading>
}

function Case({ id, page, tab }: { id: string; page: Read; tab: Tab }) {
  const words = useTranslations('case')
  const names = useNames()
  const navigate = useNavigate()
  const me = useMe()
  const notice = useNotice(id)
  const { case: view, checklist, deadlines, timeline } = page
  const whole = view.view === 'whole'
  const { adopters, child } = namesOf(view)
  const open = (to: Tab) => () => void navigate({ to: '/cases/$id/$tab', params: { id, tab: to } })
  useKeys(Object.fromEntries(TABS.map((each, place) => [String(place + 1), open(each)])))
  return (
    <>
      <PageHead
        tab={words('tab')}
        above={
          <>
            <Link to="/cases">{words('ledger')}</Link> › {view.number}
          </>
        }
        title={
          <>
            {adopters.join(words('comma'))}
            <span className="adopts">{words('adopts', { count: adopters.length })}</span>
            {child}
          </>
        }
        below={
          view.view === 'whole'
            ? [
                names.value('Procedure', view.procedure),
                names.value('ChildKind', view.kind),
                words('officer', { name: view.officer.name }),
              ].join(' · ')
            : undefined
        }
      />
      {notice && (
        <p className="note green notice" role="status">
          {notice}
        </p>
      )}
      {whole && checklist ? <StageLine checklist={checklist} /> : 'stage' in view && <StageWord stage={view.stage} />}
      <nav className="tabs" aria-label={words('contents')}>
        {TABS.filter((each) => whole || each === 'review' || (each === 'history' && timeline)).map((each) => (
          <Link key={each} to="/cases/$id/$tab" params={{ id, tab: each }} className={each === tab ? 'on' : undefined} aria-current={each === tab ? 'page' : undefined}>
            {words(`tabs.${each}`)}
            {each === 'papers' && view.view === 'whole' && ` ${view.papers.length}`}
          </Link>
        ))}
        {me?.roles.includes('leader') && (
          <Link to="/audit/cases/$id" params={{ id }}>
            {words('access')}
          </Link>
        )}
      </nav>
      {tab === 'review' && (
        <div className="columns">
          <div className="stack">
            {view.view === 'whole' && <CaseIncidents id={id} incidents={view.incidents} />}
            <Acts id={id} lines={linesOf(page.acts)} />
          </div>
          <div className="stack side-column">
            {deadlines && <Clocks clocks={deadlines} />}
            <Parties view={view} />
            {view.view === 'follow_up' && <Plan visits={view.visits} />}
            {timeline && <History lines={timeline} most={4} />}
          </div>
        </div>
      )}
      {tab === 'papers' && whole && checklist && <Papers id={id} slots={checklist.slots} />}
      {tab === 'parties' && <Parties view={view} />}
      {tab === 'documents' && <Documents id={id} />}
      {tab === 'history' && timeline && <History lines={timeline} />}
    </>
  )
}
