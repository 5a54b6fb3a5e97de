//! 回访: a visit after the adoption, by the schedule; harm found is reported before it is closed.

use chrono::{Days, NaiveDate};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::close_incident::harm_report;
use super::{CaseStep, Decision, Step, one_unless, writing};
use crate::access::Role;
use crate::base::rule::Violation;
use crate::base::stage::Stage;
use crate::base::text::PAGE;
use crate::case::decision::{Concern, HarmReport, VisitMade};
use crate::case::{Case, FollowUpVisit};
use crate::event::Event;
use crate::facts::Facts;
use crate::law::follow_up::{TWO_VISITORS, VISITS_IN_ORDER, harm_is_reported, visits_are_recorded};
use crate::law::input;
use crate::law::sequence::must_be_in;

/// A visit as it was made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct VisitAfterAdoption {
    /// The day.
    pub visited_on: NaiveDate,
    /// Two visitors.
    pub visitors: Vec<String>,
    /// What was seen and heard.
    pub findings: String,
    /// How worried the visitors are.
    pub concern: Concern,
    /// The report of harm; a red visit cannot be closed without it.
    #[serde(default)]
    pub harm_report: Option<HarmReport>,
}

impl Step for VisitAfterAdoption {
    const TITLE: &'static str = "回访";
    const ARTICLE: &'static str = "《未成年人保护法》第十一条；回访计划";
    const ROLES: &'static [Role] = &[Role::Registrar, Role::Visitor];

    fn write_in_one_way(&mut self) {
        self.visitors.iter_mut().for_each(writing::name);
    }
}

impl CaseStep for VisitAfterAdoption {
    /// After registration, while scheduled visits remain.
    fn gates(case: &Case, _facts: &Facts) -> Vec<Violation> {
        let mut violations = must_be_in(case, &[Stage::Registered, Stage::Issued, Stage::Archived]);
        if case.visits.iter().all(|visit| visit.made.is_some()) {
            violations.push(VISITS_IN_ORDER.broken());
        }
        violations.extend(visits_are_recorded(case));
        violations
    }

    /// Records the next visit of the schedule.
    fn decide(&self, case: &Case, facts: &Facts) -> Decision {
        let mut violations = Self::gates(case, facts);
        let not_before = case
            .visits
            .iter()
            .filter_map(|visit| visit.made.as_ref())
            .map(|made| made.on)
            .chain(case.registration.as_ref().map(|registration| registration.on))
            .max()
            .unwrap_or(case.applied_on);
        violations.extend(input::happened("visited_on", self.visited_on, not_before, facts));
        if self.visitors.len() != 2 {
            violations.push(TWO_VISITORS.broken().at("visitors"));
        }
        for (index, visitor) in self.visitors.iter().enumerate() {
            violations.extend(input::name(&format!("visitors[{index}]"), visitor));
        }
        violations.extend(input::text("findings", &self.findings, PAGE));
        violations.extend(harm_is_reported(self.concern, self.harm_report.as_ref()));
        violations.extend(
            self.harm_report.iter().flat_map(|report| harm_report("harm_report", report, facts)),
        );
        let next = case.visits.iter().find(|visit| visit.made.is_none());
        violations.extend(next.and_then(|next| not_too_early(next, self.visited_on, facts)));
        one_unless(violations, || Event::FollowUpVisited {
            number: next.map_or(0, |next| next.number),
            visit: VisitMade {
                on: self.visited_on,
                visitors: self.visitors.clone(),
                findings: self.findings.clone(),
                concern: self.concern,
                harm_report: self.harm_report.clone(),
            },
        })
    }
}

/// A visit long before its day would leave the child unseen when it is due.
fn not_too_early(next: &FollowUpVisit, visited_on: NaiveDate, facts: &Facts) -> Option<Violation> {
    let window = Days::new(u64::from(facts.rules.follow_up_window_days));
    let first_day = next.due_on.checked_sub_days(window).unwrap_or(next.due_on);
    (visited_on < first_day).then(|| {
        VISITS_IN_ORDER
            .broken_because(format!("最早{first_day}"), format!("not before {first_day}"))
            .at("visited_on")
    })
}
