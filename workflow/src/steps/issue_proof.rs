//! 出具证明: how the adoption stands today.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::ask::{self, Listed};
use super::{CaseStep, Decision, Step, one_unless, writing};
use crate::access::Role;
use crate::base::rule::Violation;
use crate::base::stage::Stage;
use crate::case::decision::Attendance;
use crate::case::{Case, Procedure};
use crate::event::{Event, LaterEvent};
use crate::facts::Facts;
use crate::law::later::{APPLICANT, all_in_person};
use crate::law::numbers::{Series, proof_number};
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

impl Step for IssueProof {
    const TITLE: &'static str = "出具证明";
    const ARTICLE: &'static str = "《收养登记工作规范》第二条、第九条";
    const ROLES: &'static [Role] = &[Role::Registrar];
    const IS_FINAL: bool = true;
    const PRINTS_THE_WHOLE_CASE: bool = true;

    fn series(_: Procedure) -> Option<Series> {
        Some(Series::Proof)
    }

    fn write_in_one_way(&mut self) {
        writing::cards(&mut self.attendance);
    }

    fn inputs(case: &Case, _: &Facts) -> Listed {
        let parties: Vec<_> = applicant(case).into_iter().collect();
        Some(vec![ask::attendance(case, &parties)])
    }
}

impl CaseStep for IssueProof {
    /// Accepted, and everything again.
    fn gates(case: &Case, facts: &Facts) -> Vec<Violation> {
        let mut violations = must_be_in(case, &[Stage::Accepted]);
        violations.extend(proposal_gates(case, facts));
        violations
    }

    /// Issues it.
    fn decide(&self, case: &Case, facts: &Facts) -> Decision {
        let mut violations = Self::gates(case, facts);
        let parties: Vec<_> = applicant(case).into_iter().collect();
        violations.extend(all_in_person(case, &parties, &self.attendance, &APPLICANT));
        let standing = facts.adoption.as_deref().map(|known| known.case.aftermath.standing.clone());
        one_unless(violations, || {
            Event::Later(LaterEvent::ProofIssued {
                number: proof_number(facts),
                attendance: self.attendance.clone(),
                standing: standing.unwrap_or_default(),
            })
        })
    }
}
