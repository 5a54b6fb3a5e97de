//! 不予受理: the application is not accepted; the reasons are told and every paper goes back.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::refuse::{confiscated_exist, papers_to_return, reasons_are_written_well};
use super::{Decision, accept, one_unless};
use crate::base::rule::Violation;
use crate::base::stage::Stage;
use crate::case::Case;
use crate::case::decision::{NotAccepted, RefusalReason};
use crate::event::Event;
use crate::facts::Facts;
use crate::law::adopter::CHECKS;
use crate::law::correction::{REASONS_FOR_NOT_ACCEPTING, TOLD_AT_ONCE};
use crate::law::documents_required::PAPERS;
use crate::law::sequence::must_be_in;

/// The application is not accepted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DeclineApplication {
    /// At least one, each a condition of acceptance that is not met now.
    pub reasons: Vec<RefusalReason>,
    /// Numbers of the false proofs confiscated; every other paper goes back.
    #[serde(default)]
    pub papers_confiscated: Vec<u32>,
}

/// Before acceptance, while a condition of it is not met.
pub fn gates(case: &Case, facts: &Facts) -> Vec<Violation> {
    let mut violations = must_be_in(case, &[Stage::Applied]);
    if accept::gates(case, facts).is_empty() {
        violations.push(
            REASONS_FOR_NOT_ACCEPTING
                .broken_because("本件符合受理条件", "the application can be accepted"),
        );
    }
    violations
}

/// Declines. A missing paper is a reason only after the parties were told of everything missing, and
/// a check that the office has not made is none.
pub fn decide(case: &Case, command: &DeclineApplication, facts: &Facts) -> Decision {
    let mut violations = gates(case, facts);
    if command.reasons.is_empty() {
        violations.push(REASONS_FOR_NOT_ACCEPTING.broken().at("reasons"));
    }
    violations.extend(reasons_are_written_well(&command.reasons));
    let unmet = accept::gates(case, facts);
    for (index, reason) in command.reasons.iter().enumerate() {
        let field = format!("reasons[{index}].rule");
        let about = unmet.iter().filter(|violation| violation.rule.id == reason.rule);
        let begins = |violation: &Violation, with| {
            violation.field.as_deref().is_some_and(|field| field.starts_with(with))
        };
        let found: Vec<&Violation> = about.filter(|violation| !begins(violation, CHECKS)).collect();
        if found.is_empty() {
            violations.push(REASONS_FOR_NOT_ACCEPTING.broken().at(field));
        } else if case.corrections.is_empty() && found.iter().all(|broken| begins(broken, PAPERS)) {
            violations.push(TOLD_AT_ONCE.broken().at(field));
        }
    }
    violations.extend(confiscated_exist(case, &command.papers_confiscated));
    one_unless(violations, || Event::ApplicationDeclined {
        decision: NotAccepted {
            reasons: command.reasons.clone(),
            papers_returned: papers_to_return(case, &command.papers_confiscated),
            papers_confiscated: command.papers_confiscated.clone(),
        },
    })
}
