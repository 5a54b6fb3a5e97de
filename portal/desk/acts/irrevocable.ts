// Which acts cannot be taken back. Each is looked over, with what follows from it, before it is sent, whether or not a
// second factor is asked for.
import type { Schemas } from '../../shared/api/client'
import type { ActLine } from './model'

/** The interface does not say it of an act: `asks_factor` is about who acts, and a correction by another act is none by
 *  the same. These end a case or a part of it, make a legal relation or its paper, or are told to people outside. */
const IRREVOCABLE = new Set<Schemas['Act']>([
  // They end the case, or an application.
  'decline_application',
  'refuse',
  'withdraw',
  'withdraw_consent',
  'archive',
  'record_end',
  'record_adopters_death',
  // They decide, and the decision binds.
  'approve',
  'decide_veto',
  'decide_recusal',
  'decide_review',
  'decide_revocation',
  'break_off_integration',
  // Whoever declares a tie is withdrawn at once.
  'declare_conflict',
  // They make a relation or dissolve it, or hand out its paper.
  'register',
  'register_dissolution',
  'issue_certificate',
  'issue_replacement',
  'issue_proof',
  'confirm_late_entry',
  'take_in_certificate',
  // They are read by the public, or by the family.
  'publish_notice',
  'post_decision',
  'tell_result',
])

export function cannotBeTakenBack({ act }: Pick<ActLine, 'act'>): boolean {
  return IRREVOCABLE.has(act)
}

/** Whether an act is looked over before it is sent. */
export function isLookedOver(line: Pick<ActLine, 'act' | 'asks_factor'>): boolean {
  return line.asks_factor || cannotBeTakenBack(line)
}
