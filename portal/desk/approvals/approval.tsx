// Everything a leader needs to decide on one page: what is unusual first, then what the registrar proposes, the path, the
// conditions waived. Nothing can be edited here; there is no batch.
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { service } from '../../shared/api/client'
import { take } from '../../shared/api/problem'
import { linesOf } from '../acts/model'
import { useMessage } from '../../shared/words/provider'
import { namesOf } from '../case/case-head'
import { Clocks } from '../case/clocks'
import { History } from '../case/history'
import { Parties } from '../case/people'
import { actsQuery, caseQuery, type WholeCase } from '../case/read'
import { NotFound } from '../parts/not-found'
import { useDays } from '../parts/days'
import { useNames } from '../parts/names'
import { PageHead } from '../parts/page'
import { Reading } from '../parts/reading'
import { Sheet } from '../parts/sheet'

const DECISIONS = ['approve', 'return_proposal', 'refuse'] as const

export function Approval() {
  const { id } = useParams({ from: '/approvals/$id' })
  const read = useQuery(caseQuery(id))
  return <Reading of={read} page>{(view) => (view.view === 'whole' ? <Page id={id} view={view} /> : <NotFound />)}</Reading>
}

function Page({ id, view }: { id: string; view: WholeCase }) {
  const words = useTranslations('approvals')
  const names = useNames()
  const { day } = useDays()
  const acts = useQuery(actsQuery(id))
  const message = useMessage()
  const { adopters, child } = namesOf(view)
  return (
    <>
      <PageHead
        tab={words('one')}
        above={
          <>
            <Link to="/approvals">{words('title')}</Link> › {view.number}
          </>
        }
        title={
          <>
            {adopters.join('、')}
            <span className="adopts">{words('adopts')}</span>
            {child}
          </>
        }
        below={[names.value('Procedure', view.procedure), names.value('ChildKind', view.kind), words('version', { version: view.version })].join(' · ')}
      />
      <div className="columns">
        <div className="stack">
          <Unusual id={id} view={view} />
          {view.proposal && (
            <Sheet title={words('opinion')} aside={<span className="small quiet">{day(view.proposal.on)}</span>}>
              <p className="body kai opinion">{view.proposal.opinion}</p>
            </Sheet>
          )}
          <Checked view={view} />
          <History id={id} />
        </div>
        <div className="stack side-column">
          <Sheet title={words('decide')}>
            <div className="body decide">
              <Reading of={acts}>
                {(answer) =>
                  linesOf(answer, message)
                    .filter((line) => DECISIONS.some((each) => each === line.act))
                    .map((line) => (
                      <Link
                        key={line.act}
                        to="/cases/$id/acts/$act"
                        params={{ id, act: line.act }}
                        className={line.act === 'approve' ? 'button primary wide' : 'button wide'}
                        aria-disabled={line.standing !== 'open' || undefined}
                      >
                        {line.title}
                      </Link>
                    ))
                }
              </Reading>
              <p className="small quiet">{words('binds', { version: view.version })}</p>
            </div>
          </Sheet>
          <Clocks id={id} />
          <Parties view={view} />
        </div>
      </div>
    </>
  )
}

function Unusual({ id, view }: { id: string; view: WholeCase }) {
  const words = useTranslations('approvals')
  const names = useNames()
  const message = useMessage()
  const acts = useQuery(actsQuery(id))
  const rules = useQuery({ queryKey: ['rules'], queryFn: () => take(service.GET('/v1/rules', { params: { query: {} } })), staleTime: Infinity })
  const demands = (rule: string) => {
    const found = rules.data?.find((each) => each.id === rule)
    return found ? message(found.statement) : rule
  }
  const lines = [
    ...view.incidents.map((incident) => `${names.value('IncidentGround', incident.ground)}：${incident.description}`),
    ...view.claims.map((claim) => words('claim', { who: claim.claimant })),
    ...view.checks.filter(({ outcome }) => outcome === 'adverse').map((check) => words('adverse', { check: names.value('CheckKind', check.check) })),
    ...view.unsigned_statements.map(() => words('unsigned')),
  ]
  return (
    <Sheet title={words('unusual')}>
      <Reading of={acts}>
        {({ exemptions }) => (
          <ul className="body plain-list">
            {lines.map((line) => (
              <li key={line} className="state warn">
                {line}
              </li>
            ))}
            {exemptions.map((exemption) => (
              <li key={exemption.condition}>
                {words('exempt')} {demands(exemption.condition)} <span className="micro">{exemption.citation}</span>
              </li>
            ))}
            {lines.length + exemptions.length === 0 && <li className="quiet">{words('nothingUnusual')}</li>}
          </ul>
        )}
      </Reading>
    </Sheet>
  )
}

function Checked({ view }: { view: WholeCase }) {
  const words = useTranslations('approvals')
  const names = useNames()
  const { day } = useDays()
  return (
    <Sheet title={words('checks')}>
      <div className="scroller" role="region" aria-label={words('checks')} tabIndex={0}>
        <table className="small">
          <caption className="unseen">{words('checks')}</caption>
          <tbody>
            {view.checks.map((check, place) => (
              <tr key={place}>
                <td>
                  <span className={check.outcome === 'clear' ? 'state done' : 'state bad'}>{names.value('CheckOutcome', check.outcome)}</span>
                </td>
                <td>
                  {names.value('CheckKind', check.check)} · {names.value('Party', check.party)}
                  <div className="micro">{check.source}</div>
                </td>
                <td className="nowrap quiet right">{day(check.checked_on)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Sheet>
  )
}
