//! 情况变更: a death, a marriage, a birth, a move, a new record, who owes an orphan support, the
//! child's data. What it touches is voided.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Decision, one_unless};
use crate::base::rule::Violation;
use crate::case::Case;
pub use crate::case::change::Change;
use crate::event::Event;
use crate::facts::Facts;
use crate::law::change::{change_is_possible, consent_is_needed, is_shown};
use crate::law::input;
use crate::law::sequence::{UNTIL_REGISTRATION, must_be_in};

/// The change with its day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ChangeFact {
    /// What changed.
    pub change: Change,
    /// The day it happened.
    pub happened_on: NaiveDate,
}

/// Until registration, with the paper that shows it.
pub fn gates(case: &Case, _facts: &Facts) -> Vec<Violation> {
    let mut violations = must_be_in(case, UNTIL_REGISTRATION);
    violations.extend(is_shown(case));
    violations
}

/// Records the change.
pub fn decide(case: &Case, command: &ChangeFact, facts: &Facts) -> Decision {
    let mut violations = gates(case, facts);
    violations.extend(input::happened("happened_on", command.happened_on, NaiveDate::MIN, facts));
    violations.extend(change_is_possible(case, &command.change, facts));
    one_unless(violations, || Event::FactChanged {
        change: command.change.clone(),
        happened_on: command.happened_on,
        support_duty_consent_needed: consent_is_needed(case, &command.change, facts),
    })
}
