//! What happened elsewhere to an adoption: a court or another office ended it, or its adopters died. The
//! registrar files the paper and finds it in order, the leader records. No number of this office is drawn.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Decision, one_unless};
use crate::base::rule::Violation;
use crate::case::{Case, EndedBy};
use crate::event::{Event, LaterEvent};
use crate::facts::Facts;
use crate::law::ended::{NOT_OF_THIS_OFFICE, deaths_are_shown, end_is_shown, may_be_recorded};
use crate::law::input::{self, KNOWN, LINE};
use crate::law::later::is_this_office;

/// A court or another office ended the adoption.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RecordEnd {
    /// How.
    pub by: EndedBy,
    /// The court or the office.
    pub authority: String,
    /// 案号, or the number of the other office's proof.
    pub number: String,
    /// The day the judgment took effect, or the dissolution was registered.
    pub effective_on: NaiveDate,
}

/// Every adopter has died.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RecordAdoptersDeath {
    /// The day the last of them died.
    pub last_died_on: NaiveDate,
}

/// The adoption stands, and the paper of its end is in order.
pub fn gates(case: &Case, facts: &Facts) -> Vec<Violation> {
    let mut violations = may_be_recorded(case, facts);
    violations.extend(end_is_shown(case));
    violations
}

/// Records the end.
pub fn decide(case: &Case, command: &RecordEnd, facts: &Facts) -> Decision {
    let mut violations = gates(case, facts);
    violations.extend(input::text("authority", &command.authority, LINE));
    violations.extend(input::text("number", &command.number, LINE));
    violations.extend(since_registration(case, "effective_on", command.effective_on, facts));
    let own =
        command.by == EndedBy::DissolvedElsewhere && is_this_office(&command.authority, facts);
    violations.extend(own.then(|| NOT_OF_THIS_OFFICE.broken().at("authority")));
    one_unless(violations, || {
        Event::Later(LaterEvent::EndRecorded {
            by: command.by,
            authority: command.authority.clone(),
            number: command.number.clone(),
            effective_on: command.effective_on,
        })
    })
}

/// The adoption stands, the death of each adopter is shown, and it was not recorded before.
pub fn death_gates(case: &Case, facts: &Facts) -> Vec<Violation> {
    let mut violations = may_be_recorded(case, facts);
    violations.extend(case.aftermath.adopters_died.map(|_| KNOWN.broken()));
    violations.extend(deaths_are_shown(case));
    violations
}

/// Records that no adopter is alive.
pub fn decide_death(case: &Case, command: &RecordAdoptersDeath, facts: &Facts) -> Decision {
    let mut violations = death_gates(case, facts);
    violations.extend(since_registration(case, "last_died_on", command.last_died_on, facts));
    one_unless(violations, || {
        Event::Later(LaterEvent::AdoptersDied { last_died_on: command.last_died_on })
    })
}

/// What ends an adoption follows its registration.
fn since_registration(
    case: &Case,
    field: &str,
    day: NaiveDate,
    facts: &Facts,
) -> Option<Violation> {
    let registered_on = case.registration.as_ref().map(|registration| registration.on);
    input::happened(field, day, registered_on.unwrap_or(case.applied_on), facts)
}
