//! 记录拒签: a party does not sign the statement that no gift was asked, offered or promised.

use super::{Decision, one_unless};
use crate::base::rule::Violation;
use crate::case::{Case, PaperKind, Slot, UnsignedStatement};
use crate::event::Event;
use crate::facts::Facts;
use crate::law::input::{self, KNOWN, PAGE};
use crate::law::sequence::{IN_REVIEW, must_be_in};

/// From acceptance, when the statements are printed, until registration.
pub fn gates(case: &Case, _facts: &Facts) -> Vec<Violation> {
    must_be_in(case, IN_REVIEW)
}

/// Keeps who did not sign, when, and what they said. Nothing follows from it for the party.
pub fn decide(case: &Case, command: &UnsignedStatement, facts: &Facts) -> Decision {
    let mut violations = gates(case, facts);
    let adopts = case.adopter(command.party).is_some();
    if !adopts && !case.placing_parties().any(|party| party == command.party) {
        violations.push(KNOWN.broken().at("party"));
    }
    if case.is_filled(Slot::of(PaperKind::NoDonationDeclaration, command.party)) {
        let signed =
            KNOWN.broken_because("声明书已签署存卷", "the signed statement is in the file");
        violations.push(signed.at("party"));
    }
    let printed_on = case.acceptance.as_ref().map_or(case.applied_on, |acceptance| acceptance.on);
    violations.extend(input::happened("refused_on", command.refused_on, printed_on, facts));
    violations.extend(input::text("said", &command.said, PAGE));
    one_unless(violations, || Event::SigningRefused(command.clone()))
}
