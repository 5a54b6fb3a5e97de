// Each condition of the law with what proves it and on which day; what does not hold stands first, with its reasons.
import { useTranslations } from 'use-intl'
import { useMessage } from '../../shared/words/provider'
import { useDays } from '../parts/days'
import { useNames } from '../parts/names'
import { Sheet } from '../parts/sheet'
import type { Summary } from './summary'

type Condition = Summary['conditions'][number]
type Proof = Condition['proofs'][number]

const SHAPES: Record<Proof['state'], string> = { missing: 'off', filed: 'going', in_order: 'done', not_in_order: 'bad' }

export function Conditions({ conditions }: { conditions: Condition[] }) {
  const words = useTranslations('approvals')
  const message = useMessage()
  const failing = conditions.filter(({ holds }) => !holds)
  const ordered = [...failing, ...conditions.filter(({ holds }) => holds)]
  return (
    <Sheet
      title={words('conditions')}
      aside={
        <span className="small quiet">
          {words('conditionsHint')} · {failing.length === 0 ? words('allHold') : words('notHold', { count: failing.length })}
        </span>
      }
    >
      <div className="scroller" role="region" aria-label={words('conditions')} tabIndex={0}>
        <table className="conditions">
          <caption className="unseen">{words('conditions')}</caption>
          <thead>
            <tr>
              <th scope="col">{words('condition')}</th>
              <th scope="col">{words('proofs')}</th>
              <th scope="col">{words('state')}</th>
            </tr>
          </thead>
          <tbody>
            {ordered.map((condition) => (
              <tr key={condition.rule}>
                <td>
                  {message(condition.statement)}
                  <div className="micro">{message(condition.article)}</div>
                  {condition.obstacles.map((obstacle) => (
                    <p key={obstacle.zh} className="small red">
                      {message(obstacle)}
                    </p>
                  ))}
                </td>
                <td className="small">
                  {condition.proofs.length === 0 && words('noProof')}
                  {condition.proofs.map((proof, place) => (
                    <ProofLine key={place} proof={proof} />
                  ))}
                </td>
                <td className="nowrap">
                  <span className={condition.holds ? 'state done' : 'state bad'}>{condition.holds ? words('holds') : words('fails')}</span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Sheet>
  )
}

function ProofLine({ proof }: { proof: Proof }) {
  const words = useTranslations('approvals')
  const names = useNames()
  const message = useMessage()
  const { day } = useDays()
  const facts = [
    message(proof.title),
    proof.party && names.value('Party', proof.party),
    proof.paper && words('paperNumber', { number: proof.paper }),
    proof.source,
    proof.on && day(proof.on),
  ]
  return (
    <p>
      {proof.state !== 'in_order' && <span className={`state ${SHAPES[proof.state]}`}>{names.value('ProofState', proof.state)}</span>} {facts.filter(Boolean).join(' · ')}
    </p>
  )
}
