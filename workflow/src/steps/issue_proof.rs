//! 出具证明: how the adoption stands today.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Decision, one_unless};
use crate::base::rule::Violation;
use crate::base::stage::Stage;
use crate::case::Case;
use crate::case::decision::Attendance;
use crate::event::{Event, LaterEvent};
use crate::facts::Facts;
use crate::law::later::{APPLICANT, all_in_person};
use crate::law::numbers::proof_number;
use crate::law::sequence::must_be_in;
use crate::procedures::proof::applicant;
use crate::procedures::proposal_gates;

/// The issue of the proof.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct IssueProof {
    /// Who applied, with the document shown.
    pub attendance: Vec<Attendance>,
}

/// Accepted, and everything again.
pub fn gates(case: &Case, facts: &Facts) -> Vec<Violation> {
    let mut violations = must_be_in(case, &[Stage::Accepted]);
    violations.extend(proposal_gates(case, facts));
    violations
}

/// Issues it.
pub fn decide(case: &Case, command: &IssueProof, facts: &Facts) -> Decision {
    let mut violations = gates(case, facts);
    let parties: Vec<_> = applicant(case).into_iter().collect();
    violations.extend(all_in_person(case, &parties, &command.attendance, &APPLICANT));
    let standing = facts.adoption.as_deref().map(|known| known.case.aftermath.standing.clone());
    one_unless(violations, || {
        Event::Later(LaterEvent::ProofIssued {
            number: proof_number(facts),
            attendance: command.attendance.clone(),
            standing: standing.unwrap_or_default(),
        })
    })
}
