// A scan beside the data it proves: the list of papers, the scan, the facts. Space says that a fact agrees, X that it does
// not; the brackets change the paper. Here alone numbers stand unmasked, because they are what is compared.
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { CaseHead } from '../case/case-head'
import { caseQuery, useCaseChanged, type WholeCase } from '../case/read'
import { MergeDialog } from '../acts/merge/dialog'
import { useAct } from '../acts/send'
import { useKeys } from '../frame/keys'
import { useDays } from '../parts/days'
import { useNames } from '../parts/names'
import { PageHead } from '../parts/page'
import { Reading } from '../parts/reading'
import { Said } from '../parts/said'
import { NotFound } from '../parts/not-found'
import { factsOf, type Fact } from './facts'
import { Scan } from './scan'

type Verdict = 'agrees' | 'unclear' | 'differs'
const MANNERS = ['original', 'certified_copy', 'signed_before_me'] as const

export function Verify() {
  const { id, number } = useParams({ from: '/cases/$id/papers/$number/verify' })
  const read = useQuery(caseQuery(id))
  return (
    <Reading of={read} page>
      {(view) => {
        const paper = view.view === 'whole' ? view.papers.find((each) => each.number === Number(number)) : undefined
        return view.view === 'whole' && paper ? <Paper key={number} id={id} view={view} paper={paper} /> : <NotFound />
      }}
    </Reading>
  )
}

type Filed = WholeCase['papers'][number]

function Paper({ id, view, paper }: { id: string; view: WholeCase; paper: Filed }) {
  const words = useTranslations('verify')
  const names = useNames()
  const navigate = useNavigate()
  const open = (to: Filed | undefined) => to && void navigate({ to: '/cases/$id/papers/$number/verify', params: { id, number: String(to.number) }, replace: true })
  const place = view.papers.indexOf(paper)
  useKeys({ '[': () => open(view.papers[place - 1]), ']': () => open(view.papers[place + 1]) })
  const next = view.papers.find((each) => each.state.state === 'filed' && each.number !== paper.number)
  return (
    <>
      <PageHead
        title={names.value('PaperKind', paper.slot.paper)}
        tab={words('tab')}
        above={
          <Link to="/cases/$id/$tab" params={{ id, tab: 'papers' }}>
            ‹ {words('back')}
          </Link>
        }
        below={<CaseHead view={view} />}
      />
      <div className="verify">
        <PaperList id={id} view={view} at={paper.number} />
        <Scan path={`/v1/cases/${id}/papers/${paper.number}`} pages={paper.scan.pages} />
        <Facts id={id} view={view} paper={paper} onDone={() => (next ? open(next) : void navigate({ to: '/cases/$id/$tab', params: { id, tab: 'papers' } }))} />
      </div>
    </>
  )
}

const SHAPES: Record<string, string> = { filed: 'going', verified: 'done', rejected: 'bad', void: 'off' }

function PaperList({ id, view, at }: { id: string; view: WholeCase; at: number }) {
  const words = useTranslations('verify')
  const names = useNames()
  return (
    <nav className="sheet paper-list" aria-label={words('papers')}>
      <ul>
        {view.papers.map((paper) => (
          <li key={paper.number}>
            <Link to="/cases/$id/papers/$number/verify" params={{ id, number: String(paper.number) }} aria-current={paper.number === at ? 'page' : undefined} className={paper.number === at ? 'on' : undefined}>
              <span>
                {names.value('PaperKind', paper.slot.paper)}
                {paper.slot.party && <span className="micro"> {names.value('Party', paper.slot.party)}</span>}
              </span>
              <span className={`state ${SHAPES[paper.state.state] ?? ''}`}>{names.value('PaperState', paper.state.state)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Facts({ id, view, paper, onDone }: { id: string; view: WholeCase; paper: Filed; onDone: () => void }) {
  const words = useTranslations('verify')
  const names = useNames()
  const changed = useCaseChanged()
  const facts = factsOf(view, paper.slot.party)
  const [verdicts, setVerdicts] = useState<Record<string, Verdict>>({})
  const [at, setAt] = useState(0)
  const [manner, setManner] = useState<(typeof MANNERS)[number]>('original')
  const [reason, setReason] = useState('')
  const { act, sending, error, asked, put } = useAct(() => void changed(id).then(onDone))
  const judge = (verdict: Verdict) => {
    const fact = facts[at]
    if (!fact) return
    setVerdicts({ ...verdicts, [fact.property]: verdict })
    setAt(Math.min(facts.length - 1, at + 1))
  }
  useKeys({ ' ': () => judge('agrees'), x: () => judge('differs'), u: () => judge('unclear'), j: () => setAt(Math.min(facts.length - 1, at + 1)), k: () => setAt(Math.max(0, at - 1)) })
  const send = (path: string, body: unknown) => act({ path: `/v1/cases/${id}/papers/${paper.number}/${path}`, version: view.version, body })
  const differing = facts.filter(({ property }) => verdicts[property] && verdicts[property] !== 'agrees')
  return (
    <section className="sheet facts" aria-label={words('facts')}>
      <ul>
        {facts.map((fact, place) => (
          <FactRow key={fact.property} fact={fact} verdict={verdicts[fact.property]} at={place === at} onChoose={() => setAt(place)} />
        ))}
      </ul>
      <p className="micro facts-keys">
        <kbd>Space</kbd> {words('agrees')} <kbd>U</kbd> {words('unclear')} <kbd>X</kbd> {words('differs')}
      </p>
      <div className="body">
        <Said error={error} />
        {paper.state.state === 'filed' && (
          <form
            onSubmit={(event) => {
              event.preventDefault()
              void send('verification', { compared_with: manner })
            }}
          >
            <fieldset className="field">
              <legend>{words('compared')}</legend>
              {MANNERS.map((each) => (
                <label className="choice" key={each}>
                  <input type="radio" name="manner" checked={manner === each} onChange={() => setManner(each)} />
                  <span>{names.value('ComparedWith', each)}</span>
                </label>
              ))}
            </fieldset>
            <button className="button primary wide" disabled={sending}>
              {words('inOrder')}
            </button>
          </form>
        )}
        {(paper.state.state === 'filed' || paper.state.state === 'verified') && (
          <details className="send-back">
            <summary>{words('sendBack')}</summary>
            <form
              onSubmit={(event) => {
                event.preventDefault()
                void send('rejection', { reason })
              }}
            >
              <div className="field">
                <label htmlFor="reason">{words('reason')}</label>
                <textarea id="reason" className="input" value={reason} onChange={(event) => setReason(event.target.value)} />
              </div>
              {differing.length > 0 && (
                <button type="button" className="button low" onClick={() => setReason(words('differing', { what: differing.map((fact) => names.field(fact.schema, fact.property)).join(words('comma')) }))}>
                  {words('useDiffering')}
                </button>
              )}
              <div className="form-foot">
                <button className="button danger" disabled={sending}>
                  {words('sendBack')}
                </button>
              </div>
            </form>
          </details>
        )}
        {asked === 'merge' && <MergeDialog id={id} seen={view.version} onClose={put} onGoOn={() => void changed(id).then(put)} />}
      </div>
    </section>
  )
}

const MARKS: Record<Verdict, string> = { agrees: 'done', unclear: 'warn', differs: 'bad' }

function FactRow({ fact, verdict, at, onChoose }: { fact: Fact; verdict: Verdict | undefined; at: boolean; onChoose: () => void }) {
  const words = useTranslations('verify')
  const names = useNames()
  const { day } = useDays()
  const shown = /^\d{4}-\d{2}-\d{2}$/.test(fact.value) ? day(fact.value) : fact.property === 'sex' ? names.value('Sex', fact.value) : fact.property === 'marital_status' ? names.value('MaritalStatus', fact.value) : fact.property === 'health' ? names.value('ChildHealth', fact.value) : fact.value
  return (
    <li className={at ? 'on' : undefined}>
      <button type="button" onClick={onChoose} aria-current={at || undefined}>
        <span className="micro">{names.field(fact.schema, fact.property)}</span>
        <span className="fact-value">{shown}</span>
        {verdict && <span className={`state ${MARKS[verdict]}`}>{words(verdict)}</span>}
      </button>
    </li>
  )
}
