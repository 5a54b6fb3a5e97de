//! 情况变更: a death, a marriage, a birth, a move, a new record, who owes an orphan support, the
//! child's data. What it touches is voided.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{CaseStep, Decision, Step, one_unless, writing};
use crate::access::Role;
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

impl Step for ChangeFact {
    const TITLE: &'static str = "情况变更";
    const ARTICLE: &'static str = "《民法典》第一千零九十八条、第一千一百零四条";
    const ROLES: &'static [Role] = &[Role::Registrar];

    fn write_in_one_way(&mut self) {
        match &mut self.change {
            Change::Child { child } => writing::child(child),
            Change::SupportDuty { persons } => persons.iter_mut().for_each(writing::support),
            _ => {}
        }
    }
}

impl CaseStep for ChangeFact {
    /// Until registration, with the paper that shows it.
    fn gates(case: &Case, _facts: &Facts) -> Vec<Violation> {
        let mut violations = must_be_in(case, UNTIL_REGISTRATION);
        violations.extend(is_shown(case));
        violations
    }

    /// Records the change.
    fn decide(&self, case: &Case, facts: &Facts) -> Decision {
        let mut violations = Self::gates(case, facts);
        violations.extend(input::happened("happened_on", self.happened_on, NaiveDate::MIN, facts));
        violations.extend(change_is_possible(case, &self.change, facts));
        one_unless(violations, || Event::FactChanged {
            change: self.change.clone(),
            happened_on: self.happened_on,
            support_duty_consent_needed: consent_is_needed(case, &self.change, facts),
        })
    }
}
