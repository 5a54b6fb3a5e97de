//! 委托: one spouse who cannot come empowers the other (登记办法 art. 5(2)); the mandate is drawn up here,
//! signed, and certified by the committee or a notary.

use super::{Decision, one_unless};
use crate::base::rule::Violation;
use crate::case::{Case, Mandate};
use crate::event::Event;
use crate::facts::Facts;
use crate::law::input::{self, KNOWN, PAGE};
use crate::law::registration::MANDATE;
use crate::law::sequence::{IN_REVIEW, must_be_in};

/// In review, where spouses adopt.
pub fn gates(case: &Case, _facts: &Facts) -> Vec<Violation> {
    let mut violations = must_be_in(case, IN_REVIEW);
    if case.adopters.len() != 2 {
        violations.push(MANDATE.broken());
    }
    violations
}

/// Draws the mandate up. A later one of the same spouse replaces it, and must be signed anew.
pub fn decide(case: &Case, command: &Mandate, facts: &Facts) -> Decision {
    let mut violations = gates(case, facts);
    if case.adopter(command.party).is_none() {
        violations.push(KNOWN.broken().at("party"));
    }
    violations.extend(input::text("reason", &command.reason, PAGE));
    one_unless(violations, || Event::MandatePrepared { mandate: command.clone() })
}
