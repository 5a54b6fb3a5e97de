// The page of a case. Its first lines answer: whose, where it stands, what is next, by when.
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
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
import { checklistQuery, useCase, type CaseView } from './read'
import { StageLine, StageWord } from './stage-line'
import { Plan } from '../visitor/plan'

const TABS = ['review', 'papers', 'parties', 'documents', 'history'] as const
type Tab = (typeof TABS)[number]

export function CasePage() {
  const { id, tab } = useParams({ strict: false })
  const read = useCase(id ?? '')
  const shown = TABS.find((each) => each === tab) ?? 'review'
  return <Reading of={read} page>{(view) => <Case id={id ?? ''} view={view} tab={shown} />}</Reading>
}

function Case({ id, view, tab }: { id: string; view: CaseView; tab: Tab }) {
  const words = useTranslations('case')
  const names = useNames()
  const navigate = useNavigate()
  const me = useMe()
  const notice = useNotice(id)
  const whole = view.view === 'whole'
  const checklist = useQuery({ ...checklistQuery(id), enabled: whole })
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
            <span className="adopts">{words('adopts')}</span>
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
      {whole ? <Reading of={checklist} rows={2}>{(list) => <StageLine checklist={list} />}</Reading> : 'stage' in view && <StageWord stage={view.stage} />}
      <nav className="tabs" aria-label={words('contents')}>
        {TABS.filter((each) => whole || each === 'review' || each === 'history').map((each) => (
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
            <Acts id={id} />
          </div>
          <div className="stack side-column">
            <Clocks id={id} />
            <Parties view={view} />
            {view.view === 'follow_up' && <Plan visits={view.visits} />}
            <History id={id} most={4} />
          </div>
        </div>
      )}
      {tab === 'papers' && whole && <Papers id={id} />}
      {tab === 'parties' && <Parties view={view} />}
      {tab === 'documents' && <Documents id={id} />}
      {tab === 'history' && <History id={id} />}
    </>
  )
}
