//! 收养人均已死亡: every adopter of a standing adoption has died, so that the child may be adopted again.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::ask::{Input, Listed};
use super::record_end::since_registration;
use super::{CaseStep, Decision, Step, one_unless};
use crate::access::Role;
use crate::base::rule::Violation;
use crate::case::Case;
use crate::event::{Event, LaterEvent};
use crate::facts::Facts;
use crate::law::ended::{deaths_are_shown, may_be_recorded};
use crate::law::input::KNOWN;

/// Every adopter has died.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RecordAdoptersDeath {
    /// The day the last of them died.
    pub last_died_on: NaiveDate,
}

impl Step for RecordAdoptersDeath {
    const TITLE: &'static str = "记录收养人均已死亡";
    const ARTICLE: &'static str = "《民法典》第一千零九十三条第一项";
    const ROLES: &'static [Role] = &[Role::Leader];
    const IS_FINAL: bool = true;

    fn inputs(case: &Case, facts: &Facts) -> Listed {
        let registered_on = case.registration.as_ref().map(|registration| registration.on);
        Some(vec![Input::day("/last_died_on", registered_on, facts.today)])
    }
}

impl CaseStep for RecordAdoptersDeath {
    /// The adoption stands, the death of each adopter is shown, and it was not recorded before.
    fn gates(case: &Case, facts: &Facts) -> Vec<Violation> {
        let mut violations = may_be_recorded(case, facts);
        violations.extend(case.aftermath.adopters_died.map(|_| KNOWN.broken()));
        violations.extend(deaths_are_shown(case));
        violations
    }

    /// Records that no adopter is alive.
    fn decide(&self, case: &Case, facts: &Facts) -> Decision {
        let mut violations = Self::gates(case, facts);
        violations.extend(since_registration(case, "last_died_on", self.last_died_on, facts));
        one_unless(violations, || {
            Event::Later(LaterEvent::AdoptersDied { last_died_on: self.last_died_on })
        })
    }
}
