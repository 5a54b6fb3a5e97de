//! 同意: a party consents on paper, or takes the consent back.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Decision, inquire, one_unless};
use crate::base::rule::Violation;
use crate::case::{Case, PaperKind, Party, SigningManner, Slot};
use crate::event::Event;
use crate::facts::Facts;
use crate::law::hearing::NOT_TO_BE_ASKED;
use crate::law::input::{self, KNOWN, PAGE};
use crate::law::sequence::{UNTIL_REGISTRATION, must_be_in};
use crate::procedures::persons_to_ask;

/// A party consents at the office.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct GiveConsent {
    /// Who.
    pub party: Party,
    /// How it is signed.
    pub signing: SigningManner,
}

/// A party takes a consent back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct WithdrawConsent {
    /// Who.
    pub party: Party,
    /// Why, in their words.
    pub reason: String,
}

/// After acceptance.
pub fn gates(case: &Case, facts: &Facts) -> Vec<Violation> {
    inquire::gates(case, facts)
}

/// Records the consent. A later one replaces it, and must be signed anew.
pub fn decide(case: &Case, command: &GiveConsent, facts: &Facts) -> Decision {
    let mut violations = gates(case, facts);
    if !persons_to_ask(case, facts).contains(&command.party) {
        violations.push(NOT_TO_BE_ASKED.broken().at("party"));
    }
    one_unless(violations, || Event::ConsentGiven {
        party: command.party,
        signing: command.signing,
    })
}

/// Some consent must stand.
pub fn withdrawal_gates(case: &Case, _facts: &Facts) -> Vec<Violation> {
    let mut violations = must_be_in(case, UNTIL_REGISTRATION);
    if !Party::ALL.into_iter().any(|party| has_consented(case, party)) {
        violations.push(KNOWN.broken());
    }
    violations
}

/// Takes the consent of that party back.
pub fn decide_withdrawal(case: &Case, command: &WithdrawConsent, facts: &Facts) -> Decision {
    let mut violations = withdrawal_gates(case, facts);
    if !has_consented(case, command.party) {
        violations.push(KNOWN.broken().at("party"));
    }
    violations.extend(input::text("reason", &command.reason, PAGE));
    one_unless(violations, || Event::ConsentWithdrawn {
        party: command.party,
        reason: command.reason.clone(),
    })
}

/// Whether a party's consent stands: taken at the office, or brought as the other parent's paper.
fn has_consented(case: &Case, party: Party) -> bool {
    let brought = Slot::of(PaperKind::OtherParentConsent, party);
    case.consents.iter().any(|consent| consent.party == party)
        || case.standing_papers(brought).next().is_some()
}
