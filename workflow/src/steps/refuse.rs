//! 不予登记: the leader refuses with reasons; papers go back, false proofs are confiscated.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Decision, one_unless};
use crate::case::Case;
use crate::case::decision::RefusalReason;
use crate::event::Event;
use crate::facts::Facts;
use crate::law::decision::{PAPERS_RETURNED, REASONS_FOR_REFUSAL};
use crate::law::input::{self, KNOWN, PAGE};
use crate::law::rule::Violation;
use crate::law::rulebook;
use crate::law::sequence::{UNTIL_REGISTRATION, must_be_in};

/// The refusal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Refuse {
    /// At least one, each with the rule not met.
    pub reasons: Vec<RefusalReason>,
    /// Numbers of the false proofs confiscated; every other paper of the parties goes back.
    #[serde(default)]
    pub papers_confiscated: Vec<u32>,
}

/// Until registration.
pub fn gates(case: &Case, _facts: &Facts) -> Vec<Violation> {
    must_be_in(case, UNTIL_REGISTRATION)
}

/// Refuses.
pub fn decide(case: &Case, command: &Refuse, facts: &Facts) -> Decision {
    let mut violations = gates(case, facts);
    if command.reasons.is_empty() {
        violations.push(REASONS_FOR_REFUSAL.broken().at("reasons"));
    }
    violations.extend(reasons_are_written_well(&command.reasons));
    violations.extend(confiscated_exist(case, &command.papers_confiscated));
    one_unless(violations, || Event::Refused {
        reasons: command.reasons.clone(),
        papers_returned: papers_to_return(case, &command.papers_confiscated),
        papers_confiscated: command.papers_confiscated.clone(),
    })
}

/// Each reason names a rule of law and says in what it is not met.
pub(super) fn reasons_are_written_well(reasons: &[RefusalReason]) -> Vec<Violation> {
    let rules = rulebook();
    let mut violations = Vec::new();
    for (index, reason) in reasons.iter().enumerate() {
        // A rule of form is no reason of law.
        if !rules.iter().any(|rule| rule.id == reason.rule && rule.sequence.is_some()) {
            violations.push(KNOWN.broken().at(format!("reasons[{index}].rule")));
        }
        let field = format!("reasons[{index}].explanation");
        violations.extend(input::text(&field, &reason.explanation, PAGE));
    }
    violations
}

/// Only papers of the case are confiscated.
pub(super) fn confiscated_exist(case: &Case, confiscated: &[u32]) -> Option<Violation> {
    let exists = |number: &u32| case.papers.iter().any(|paper| paper.number == *number);
    (!confiscated.iter().all(exists)).then(|| PAPERS_RETURNED.broken().at("papers_confiscated"))
}

/// Every paper but the confiscated ones goes back to those who brought it.
pub(super) fn papers_to_return(case: &Case, confiscated: &[u32]) -> Vec<u32> {
    case.papers
        .iter()
        .map(|paper| paper.number)
        .filter(|number| !confiscated.contains(number))
        .collect()
}
