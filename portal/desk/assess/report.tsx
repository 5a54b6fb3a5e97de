// The report: what the points come to as the service computed them, the vetoes, the words, and what came after.
import { Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import type { Schemas } from '../../shared/api/client'
import { useDays } from '../parts/days'
import { useNames } from '../parts/names'
import { Sheet } from '../parts/sheet'
import { PARTS, scoredOf, type Part, type Scored, type Task } from './read'
import { useWording } from './wording'

export function Report({ id, task }: { id: string; task: Task }) {
  const words = useTranslations('assess')
  const names = useNames()
  const { day } = useDays()
  const scored = scoredOf(task)
  const { report, supplements = [] } = task.assessment
  return (
    <div className="stack">
      {supplements.map((one) => (
        <p key={one.on + one.what} className="note amber">
          {words('supplement', { day: day(one.on), what: one.what })}
        </p>
      ))}
      {scored?.result && <Result scored={scored} result={scored.result} />}
      {scored && <Vetoes id={id} scored={scored} />}
      <Sheet
        title={words('tabs.report')}
        aside={
          !report && (
            <Link to="/tasks/$id/acts/$act" params={{ id, act: 'submit_report' }} className="button primary">
              {words('writeReport')}
            </Link>
          )
        }
      >
        {report ? (
          <>
            <p className="body">
              <b>{names.value('Conclusion', report.conclusion)}</b> <span className="small quiet">{day(report.on)}</span>
            </p>
            <ul className="rows">
              {report.findings.map(({ topic, finding }) => (
                <li key={topic}>
                  <div>
                    <p className="small quiet">{names.value('AssessmentTopic', topic)}</p>
                    <p>{finding}</p>
                  </div>
                </li>
              ))}
            </ul>
          </>
        ) : (
          <p className="empty">{words('noReport')}</p>
        )}
      </Sheet>
    </div>
  )
}

function Result({ scored, result }: { scored: Scored; result: Schemas['ScoredResult'] }) {
  const words = useTranslations('assess')
  return (
    <Sheet title={words('result')}>
      <div className="body outcomes">
        {PARTS.map((part) => {
          const outcome = result[part]
          return outcome ? <Outcome key={part} part={part} outcome={outcome} scored={scored} /> : null
        })}
      </div>
      {result.improvements.length > 0 && (
        <ul className="rows">
          {result.improvements.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      )}
    </Sheet>
  )
}

/** Both figures where something did not apply: what was won of what applied, and what that is of the whole. */
function Outcome({ part, outcome, scored }: { part: Part; outcome: Schemas['IndicatorOutcome']; scored: Scored }) {
  const words = useTranslations('assess')
  const names = useNames()
  const say = useWording()
  const rescaled = outcome.applicable !== outcome.max
  return (
    <section aria-label={names.value('AssessmentPart', part)}>
      <h3>{names.value('AssessmentPart', part)}</h3>
      <p className="outcome-total">
        <b>{outcome.total}</b> <span className="quiet">/ {outcome.max}</span>
      </p>
      <p className={`state ${outcome.passed ? 'done' : 'bad'}`}>{words(outcome.passed ? 'passes' : 'fails', { pass: outcome.pass })}</p>
      {rescaled && <p className="small">{words('rescaled', { won: outcome.won, applicable: outcome.applicable, rescaled: outcome.rescaled, max: outcome.max })}</p>}
      {outcome.bonus > 0 && <p className="small">{words('bonus', { bonus: outcome.bonus })}</p>}
      <details>
        <summary>{words('byGroup')}</summary>
        <table className="points">
          <tbody>
            {outcome.groups.map((group) => (
              <tr key={group.code}>
                <th scope="row">{say(scored.set[part].groups.find(({ code }) => code === group.code)?.name ?? { zh: group.code })}</th>
                <td className="number">{group.applicable === 0 ? words('notApplicable') : `${group.won} / ${group.applicable}`}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  )
}

function Vetoes({ id, scored }: { id: string; scored: Scored }) {
  const words = useTranslations('assess')
  const { day } = useDays()
  const say = useWording()
  const name = (code: string) => say(scored.set.vetoes.find((veto) => veto.code === code)?.name ?? { zh: code })
  return (
    <Sheet
      title={words('vetoes')}
      aside={
        <Link to="/tasks/$id/veto" params={{ id }} className="button low danger">
          {words('proposeVeto')}
        </Link>
      }
    >
      {scored.vetoes.length === 0 ? (
        <p className="empty">{words('noVeto')}</p>
      ) : (
        <ul className="rows">
          {scored.vetoes.map((veto) => (
            <li key={veto.number}>
              <b>{veto.code}</b>
              <div>
                <p className="strong">{name(veto.code)}</p>
                <p>{veto.facts}</p>
                <p className="small quiet">{words('proposedBy', { name: veto.by.name, day: day(veto.on) })}</p>
              </div>
              <span className={`state ${veto.decision ? (veto.decision.confirmed ? 'bad' : 'done') : 'warn'}`}>
                {words(veto.decision ? (veto.decision.confirmed ? 'vetoConfirmed' : 'vetoNotConfirmed') : 'vetoWaits')}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Sheet>
  )
}
