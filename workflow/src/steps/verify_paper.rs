//! The registrar finds a filed paper in order, or not.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Decision, file_paper, one_unless};
use crate::base::rule::Violation;
use crate::case::papers::ComparedWith;
use crate::case::{Case, FiledPaper, PaperState};
use crate::event::Event;
use crate::facts::Facts;
use crate::law::input::{self, KNOWN, LINE};

/// 核验: the scan agrees with the paper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct VerifyPaper {
    /// What it was compared with.
    pub compared_with: ComparedWith,
}

/// The paper is not in order; the party is told why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RejectPaper {
    /// Why.
    pub reason: String,
}

/// Some paper must wait to be looked at.
pub fn gates(case: &Case, facts: &Facts) -> Vec<Violation> {
    let mut violations = file_paper::gates(case, facts);
    if !case.papers.iter().any(|paper| paper.state == PaperState::Filed) {
        violations.push(KNOWN.broken());
    }
    violations
}

/// Verifies the paper of that number.
pub fn decide(case: &Case, number: u32, command: &VerifyPaper, facts: &Facts) -> Decision {
    let violations = can_be_looked_at(case, number, facts);
    one_unless(violations, || Event::PaperVerified { number, compared_with: command.compared_with })
}

/// Rejects the paper of that number. A verified paper may be rejected as long as nothing was
/// registered on it.
pub fn decide_rejection(
    case: &Case,
    number: u32,
    command: &RejectPaper,
    facts: &Facts,
) -> Decision {
    let mut violations = file_paper::gates(case, facts);
    match standing(case, number) {
        None => violations.push(KNOWN.broken().at("number")),
        Some(paper) if paper.is_verified() => {
            violations.extend(file_paper::settled(case, paper.slot.paper));
        }
        Some(_) => {}
    }
    violations.extend(input::text("reason", &command.reason, LINE));
    one_unless(violations, || Event::PaperRejected { number, reason: command.reason.clone() })
}

fn can_be_looked_at(case: &Case, number: u32, facts: &Facts) -> Vec<Violation> {
    let mut violations = file_paper::gates(case, facts);
    if !standing(case, number).is_some_and(|paper| paper.state == PaperState::Filed) {
        violations.push(KNOWN.broken().at("number"));
    }
    violations
}

/// The paper of that number, if it is neither rejected nor void.
fn standing(case: &Case, number: u32) -> Option<&FiledPaper> {
    let of_number = case.papers.iter().find(|paper| paper.number == number)?;
    (of_number.state == PaperState::Filed || of_number.is_verified()).then_some(of_number)
}
