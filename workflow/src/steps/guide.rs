//! 家庭教育指导 to one adopter (家庭教育促进法 art. 32).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Decision, inquire, one_unless};
use crate::base::rule::Violation;
use crate::case::{Case, Party};
use crate::event::Event;
use crate::facts::Facts;
use crate::law::input::{self, BOUNDS, KNOWN, LINE, PAGE};

/// Guidance given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Guide {
    /// Which adopter.
    pub party: Party,
    /// Who gave it.
    pub given_by: String,
    /// Where.
    pub place: String,
    /// How long it took. 1 to 600.
    pub minutes: u32,
    /// How: talk, film, reading.
    pub form: String,
    /// About what.
    pub topics: String,
    /// What the adopter said to it.
    pub response: String,
}

/// After acceptance.
pub fn gates(case: &Case, facts: &Facts) -> Vec<Violation> {
    inquire::gates(case, facts)
}

/// Records the guidance; its record is printed and signed.
pub fn decide(case: &Case, command: &Guide, facts: &Facts) -> Decision {
    let mut violations = gates(case, facts);
    if case.adopter(command.party).is_none() {
        violations.push(KNOWN.broken().at("party"));
    }
    violations.extend(input::name("given_by", &command.given_by));
    violations.extend(input::text("place", &command.place, LINE));
    if !(1..=600).contains(&command.minutes) {
        violations.push(BOUNDS.broken().at("minutes"));
    }
    violations.extend(input::text("form", &command.form, LINE));
    violations.extend(input::text("topics", &command.topics, PAGE));
    violations.extend(input::text("response", &command.response, PAGE));
    one_unless(violations, || Event::GuidanceGiven {
        party: command.party,
        given_by: command.given_by.clone(),
        place: command.place.clone(),
        minutes: command.minutes,
        form: command.form.clone(),
        topics: command.topics.clone(),
        response: command.response.clone(),
    })
}
