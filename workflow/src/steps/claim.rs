//! 认领: a claim halts the case until the leader settles it on a police or court paper.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Decision, one_unless};
use crate::base::rule::Violation;
use crate::case::{Case, ClaimOutcome, PaperKind, Slot};
use crate::event::Event;
use crate::facts::Facts;
use crate::law::documents_required::missing;
use crate::law::input::{self, KNOWN, LINE, PAGE};
use crate::law::kinds::must_have_notice;
use crate::law::notice::SETTLED_ON_PAPER;
use crate::law::sequence::{UNTIL_REGISTRATION, must_be_in};

/// Somebody claims the child.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RaiseClaim {
    /// Who, and as what.
    pub claimant: String,
}

/// The leader settles a claim.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SettleClaim {
    /// What the police or court paper says.
    pub outcome: ClaimOutcome,
    /// The leader's reasons.
    pub reasons: String,
}

/// At any time until registration.
pub fn gates(case: &Case, _facts: &Facts) -> Vec<Violation> {
    let mut violations = must_be_in(case, UNTIL_REGISTRATION);
    violations.extend(must_have_notice(case));
    violations
}

/// Records the claim.
pub fn decide(case: &Case, command: &RaiseClaim, facts: &Facts) -> Decision {
    let mut violations = gates(case, facts);
    violations.extend(input::text("claimant", &command.claimant, LINE));
    let number = case.claims.iter().map(|claim| claim.number).max().unwrap_or(0) + 1;
    one_unless(violations, || Event::ClaimRaised { number, claimant: command.claimant.clone() })
}

/// A claim must be open, and its paper filed and verified.
pub fn settlement_gates(case: &Case, facts: &Facts) -> Vec<Violation> {
    let mut violations = gates(case, facts);
    if case.open_claim().is_none() {
        violations.push(KNOWN.broken());
    }
    let paper = Slot::of_case(PaperKind::ClaimPaper);
    let settled = case.claims.iter().filter(|claim| claim.settlement.is_some()).count();
    if case.verified_papers(paper.paper) <= settled {
        violations.push(missing(&SETTLED_ON_PAPER, paper));
    }
    violations
}

/// Settles the claim of that number.
pub fn decide_settlement(
    case: &Case,
    number: u32,
    command: &SettleClaim,
    facts: &Facts,
) -> Decision {
    let mut violations = settlement_gates(case, facts);
    let open = case.claims.iter().any(|claim| claim.number == number && claim.settlement.is_none());
    if !open {
        violations.push(KNOWN.broken().at("number"));
    }
    violations.extend(input::text("reasons", &command.reasons, PAGE));
    one_unless(violations, || Event::ClaimSettled {
        number,
        outcome: command.outcome,
        reasons: command.reasons.clone(),
    })
}
