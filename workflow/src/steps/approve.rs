//! 批准: the leader approves, or sends the proposal back.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Decision, one_unless};
use crate::base::rule::Violation;
use crate::base::stage::Stage;
use crate::case::Case;
use crate::case::decision::ConditionReason;
use crate::event::Event;
use crate::facts::Facts;
use crate::law::decision::{is_another_person, is_no_assessor, reasons_over_report};
use crate::law::donation::is_looked_at;
use crate::law::input::{self, PAGE};
use crate::law::sequence::must_be_in;
use crate::procedures::proposal_gates;

/// The approval.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Approve {
    /// 审批意见
    pub opinion: String,
    /// Reasons over a negative report, one for each condition of 民法典 art. 1098 that applies.
    #[serde(default)]
    pub reasons_over_report: Vec<ConditionReason>,
}

/// The leader sends the proposal back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ReturnProposal {
    /// Why.
    pub reason: String,
}

/// Everything again, by another person who did not assess and has looked at what gifts there are.
pub fn gates(case: &Case, facts: &Facts) -> Vec<Violation> {
    let mut violations = must_be_in(case, &[Stage::Proposed]);
    violations.extend(proposal_gates(case, facts));
    violations.extend(is_another_person(case, facts));
    violations.extend(is_no_assessor(case, facts));
    violations.extend(is_looked_at(facts));
    violations
}

/// Approves the version that is before the leader.
pub fn decide(case: &Case, command: &Approve, facts: &Facts) -> Decision {
    let mut violations = gates(case, facts);
    violations.extend(input::text("opinion", &command.opinion, PAGE));
    violations.extend(reasons_over_report(case, &command.reasons_over_report));
    for (index, reason) in command.reasons_over_report.iter().enumerate() {
        let field = format!("reasons_over_report[{index}].reason");
        violations.extend(input::text(&field, &reason.reason, PAGE));
    }
    one_unless(violations, || Event::Approved {
        opinion: command.opinion.clone(),
        reasons_over_report: command.reasons_over_report.clone(),
    })
}

/// A proposal must wait.
pub fn return_gates(case: &Case, _facts: &Facts) -> Vec<Violation> {
    must_be_in(case, &[Stage::Proposed])
}

/// Sends the proposal back to the registrar.
pub fn decide_return(case: &Case, command: &ReturnProposal, facts: &Facts) -> Decision {
    let mut violations = return_gates(case, facts);
    violations.extend(input::text("reason", &command.reason, PAGE));
    one_unless(violations, || Event::ProposalReturned { reason: command.reason.clone() })
}
