// Extra points: each with its condition, claimed with a reason and evidence. How many count in the end the service says.
import { useTranslations } from 'use-intl'
import type { Schemas } from '../../../shared/api/client'
import { Sheet } from '../../parts/sheet'
import { evidenceOf, type Scored } from '../read'
import { useWording } from '../wording'

type Claim = Schemas['ClaimedBonus']

interface BonusesProps {
  scored: Scored
  claimed: Claim[]
  fixed: boolean
  onClaim: (claims: Claim[]) => void
}

export function Bonuses({ scored, claimed, fixed, onClaim }: BonusesProps) {
  const words = useTranslations('assess')
  const say = useWording()
  const { bonuses, bonus_cap } = scored.set.capability
  if (bonuses.length === 0) return null
  const tick = (code: string, on: boolean) => onClaim(on ? [...claimed, { code, note: '', evidence: [] }] : claimed.filter((each) => each.code !== code))
  const change = (changed: Claim) => onClaim(claimed.map((each) => (each.code === changed.code ? changed : each)))
  return (
    <Sheet title={words('bonuses')} aside={<span className="small quiet">{words('bonusCap', { points: bonus_cap })}</span>}>
      <ul className="rows">
        {bonuses.map((bonus) => {
          const claim = claimed.find(({ code }) => code === bonus.code)
          return (
            <li key={bonus.code}>
              <div className="wide">
                <label className="choice">
                  <input type="checkbox" checked={claim !== undefined} disabled={fixed} onChange={(event) => tick(bonus.code, event.target.checked)} />
                  <span>
                    {say(bonus.condition)} <b>+{bonus.points}</b>
                  </span>
                </label>
                {claim && <Because claim={claim} scored={scored} fixed={fixed} onChange={change} />}
              </div>
            </li>
          )
        })}
      </ul>
    </Sheet>
  )
}

function Because({ claim, scored, fixed, onChange }: { claim: Claim; scored: Scored; fixed: boolean; onChange: (claim: Claim) => void }) {
  const words = useTranslations('assess')
  const tick = (number: number, on: boolean) =>
    onChange({ ...claim, evidence: on ? [...claim.evidence, number] : claim.evidence.filter((each) => each !== number) })
  return (
    <div className="because">
      <textarea className="input" rows={2} aria-label={words('why')} value={claim.note} disabled={fixed} onChange={(event) => onChange({ ...claim, note: event.target.value })} />
      <details>
        <summary>{words('evidenceCount', { count: claim.evidence.length })}</summary>
        {evidenceOf(scored).map((piece) => (
          <label key={piece.number} className="choice small">
            <input type="checkbox" checked={claim.evidence.includes(piece.number)} disabled={fixed} onChange={(event) => tick(piece.number, event.target.checked)} />
            <span>{piece.what}</span>
          </label>
        ))}
      </details>
    </div>
  )
}
