//! A party asks for secrecy, an agreement or a notarisation after the application.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Decision, one_unless};
use crate::base::rule::Violation;
use crate::case::{Case, Party, Wishes};
use crate::event::Event;
use crate::facts::Facts;
use crate::law::correction::SECRECY_STAYS;
use crate::law::input::KNOWN;
use crate::law::paper_rules::NOTARISED;
use crate::law::sequence::{UNTIL_REGISTRATION, must_be_in};

/// What the parties ask for from now on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ChangeWishes {
    /// Which party asks.
    pub party: Party,
    /// All that is asked for now.
    pub wishes: Wishes,
}

/// Until registration.
pub fn gates(case: &Case, _facts: &Facts) -> Vec<Violation> {
    must_be_in(case, UNTIL_REGISTRATION)
}

/// Records the wishes. Secrecy once asked for is not taken back, because the other side relied on it.
pub fn decide(case: &Case, command: &ChangeWishes, facts: &Facts) -> Decision {
    let mut violations = gates(case, facts);
    let adopts = case.adopter(command.party).is_some();
    if !adopts && !case.placing_parties().any(|party| party == command.party) {
        violations.push(KNOWN.broken().at("party"));
    }
    if case.wishes.secrecy && !command.wishes.secrecy {
        violations.push(SECRECY_STAYS.broken().at("wishes.secrecy"));
    }
    // Whoever asked for it may rely on it, and the act does not tell who asked first.
    if case.wishes.notarisation && !command.wishes.notarisation {
        violations.push(NOTARISED.broken().at("wishes.notarisation"));
    }
    if case.wishes == command.wishes {
        violations.push(KNOWN.broken_because("没有变化", "nothing changes").at("wishes"));
    }
    one_unless(violations, || Event::WishesChanged { party: command.party, wishes: command.wishes })
}
