//! 融合开始: the child comes to live with the applicants.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::ask::{Input, Listed};
use super::visit_for_assessment::VisitForAssessment;
use super::{CaseStep, Decision, Step, one_unless};
use crate::access::Role;
use crate::base::message::Message;
use crate::base::rule::Violation;
use crate::case::Case;
use crate::event::Event;
use crate::facts::Facts;
use crate::law::assessment::{consent_complete_on, no_open_incident};
use crate::law::assessment_work::childs_own_no;
use crate::law::input::{self, KNOWN};
use crate::law::time::periods::nth_day;

/// Integration begins.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct StartIntegration {
    /// The day the child came to live with the applicants.
    pub started_on: NaiveDate,
}

impl Step for StartIntegration {
    const TITLE: &'static str = "开始融合";
    const ARTICLE: &'static str = "《收养评估办法（试行）》第八条";
    const ROLES: &'static [Role] = &[Role::Registrar, Role::Assessor];

    /// The full days of integration must fit in the days of the assessment, which never stand still: the
    /// last day on which it may begin for that is told beforehand.
    fn notes(case: &Case, facts: &Facts, _allowed: bool) -> Vec<Message> {
        let begun = case.assessment.integration.is_some();
        let rules = &facts.rules;
        let spare = rules.assessment_days.checked_sub(rules.integration_days + 1);
        let last = consent_complete_on(case).zip(spare).map(|(from, days)| nth_day(from, days));
        let Some(last) = last.filter(|_| !begun) else { return Vec::new() };
        let passed = facts.today > last;
        vec![if passed {
            Message::new(
                format!("融合最迟应于{last}开始，已经超过，评估期限内难以完成"),
                format!("integration was to begin by {last} to fit in the days of the assessment"),
            )
        } else {
            Message::new(
                format!("融合最迟于{last}开始，才能在评估期限内满{}日", rules.integration_days),
                format!("integration begins by {last} to fit its days in those of the assessment"),
            )
        }]
    }

    fn inputs(case: &Case, facts: &Facts) -> Listed {
        Some(vec![Input::day("/started_on", Some(not_before(case)), facts.today)])
    }
}

impl CaseStep for StartIntegration {
    /// The assessors are appointed and no incident is open.
    fn gates(case: &Case, facts: &Facts) -> Vec<Violation> {
        let mut violations = VisitForAssessment::gates(case, facts);
        violations.extend(no_open_incident(case));
        violations.extend(childs_own_no(case));
        if case.assessment.integration.is_some() {
            violations.push(KNOWN.broken_because("融合已经开始", "integration has begun"));
        }
        violations
    }

    /// Starts integration.
    fn decide(&self, case: &Case, facts: &Facts) -> Decision {
        let mut violations = Self::gates(case, facts);
        let not_before = not_before(case);
        violations.extend(input::happened("started_on", self.started_on, not_before, facts));
        one_unless(violations, || Event::IntegrationStarted { started_on: self.started_on })
    }
}

/// Days before an integration was broken off never count again.
fn not_before(case: &Case) -> NaiveDate {
    let appointed_on = case.assessment.appointed_on.unwrap_or(case.applied_on);
    let broken_off = case.broken_integrations.iter().map(|broken| broken.broken_off_on);
    broken_off.fold(appointed_on, NaiveDate::max)
}
