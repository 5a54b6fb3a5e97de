//! 成立收养: every act but those of the later procedures.

use crate::base::act::Act;

/// Whether forming an adoption has this act.
pub fn has(act: Act) -> bool {
    !matches!(
        act,
        Act::RegisterDissolution
            | Act::DecideRevocation
            | Act::TakeInCertificate
            | Act::PostDecision
            | Act::IssueReplacement
            | Act::IssueProof
            | Act::ConfirmLateEntry
    )
}
