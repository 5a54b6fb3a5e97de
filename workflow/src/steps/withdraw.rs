//! 撤回申请: a party withdraws; possible until registration.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Decision, one_unless};
use crate::base::rule::Violation;
use crate::case::{Case, Party, Procedure};
use crate::event::Event;
use crate::facts::Facts;
use crate::law::input::{self, KNOWN, PAGE};
use crate::law::later::is_adult;
use crate::law::sequence::VOLUNTARY;
use crate::procedures::dissolution::deceased;

/// The withdrawal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Withdraw {
    /// Which party.
    pub party: Party,
    /// Why, in their words.
    pub reason: String,
}

/// Until registration.
pub fn gates(case: &Case, _facts: &Facts) -> Vec<Violation> {
    if case.stage.is_before_registration() { Vec::new() } else { vec![VOLUNTARY.broken()] }
}

/// Ends the case at the party's wish. A child is not a party that applies, so it cannot withdraw
/// the application; it refuses its consent instead.
pub fn decide(case: &Case, command: &Withdraw, facts: &Facts) -> Decision {
    let mut violations = gates(case, facts);
    let places = case.placing_parties().any(|party| party == command.party);
    // In a procedure after the registration an adult adoptee is one of those who apply.
    let adoptee = command.party == Party::Child
        && case.procedure != Procedure::Formation
        && is_adult(case, facts);
    let adopts = case.adopter(command.party).is_some() && Some(command.party) != deceased(case);
    let guardian = command.party == Party::Guardian && case.acting_guardian().is_some();
    let applies = places || adoptee || adopts || guardian;
    if !applies {
        violations.push(KNOWN.broken().at("party"));
    }
    violations.extend(input::text("reason", &command.reason, PAGE));
    one_unless(violations, || Event::Withdrawn {
        party: command.party,
        reason: command.reason.clone(),
    })
}
