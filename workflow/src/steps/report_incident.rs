//! A reportable circumstance (评估办法 art. 11), reported by anyone who works the case.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::ask::{Input, Listed};
use super::{CaseStep, Decision, Step, one_unless};
use crate::access::Role;
use crate::base::rule::Violation;
use crate::base::text::PAGE;
use crate::case::Case;
use crate::case::assessment::IncidentGround;
use crate::event::Event;
use crate::facts::Facts;
use crate::law::input;
use crate::law::sequence::{UNTIL_REGISTRATION, must_be_in};

/// What became known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ReportIncident {
    /// What it is about.
    pub ground: IncidentGround,
    /// The day it became known.
    pub known_on: NaiveDate,
    /// What happened.
    pub description: String,
}

impl Step for ReportIncident {
    const TITLE: &'static str = "报告情形";
    const ARTICLE: &'static str = "《收养评估办法（试行）》第十一条";
    const ROLES: &'static [Role] = &[Role::Registrar, Role::Assessor];

    fn inputs(case: &Case, facts: &Facts) -> Listed {
        Some(vec![
            Input::day("/known_on", Some(case.applied_on), facts.today),
            Input::text("/description", PAGE),
        ])
    }
}

impl CaseStep for ReportIncident {
    /// At any time until registration.
    fn gates(case: &Case, _facts: &Facts) -> Vec<Violation> {
        must_be_in(case, UNTIL_REGISTRATION)
    }

    /// Records the incident.
    fn decide(&self, case: &Case, facts: &Facts) -> Decision {
        let mut violations = Self::gates(case, facts);
        violations.extend(input::happened("known_on", self.known_on, case.applied_on, facts));
        violations.extend(input::text("description", &self.description, PAGE));
        let number = case.incidents.iter().map(|incident| incident.number).max().unwrap_or(0) + 1;
        one_unless(violations, || Event::IncidentReported {
            number,
            ground: self.ground,
            known_on: self.known_on,
            description: self.description.clone(),
        })
    }
}
