//! 回访: a visit after the adoption, by the schedule; harm found is reported before it is closed.

use chrono::{Days, NaiveDate};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::ask::{self, Input, Listed};
use super::close_incident::harm_report;
use super::{CaseStep, Decision, Step, one_unless, writing};
use crate::access::Role;
use crate::base::message::Message;
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

    fn inputs(case: &Case, facts: &Facts) -> Listed {
        let next = case.visits.iter().find(|visit| visit.made.is_none());
        let first =
            next.map(|next| first_day(next, facts)).into_iter().chain([not_before(case)]).max();
        let red = [Concern::Red];
        let mut inputs = vec![
            Input::day("/visited_on", first, facts.today),
            Input::items("/visitors", 2, 2),
            Input::name("/visitors/-"),
            Input::text("/findings", PAGE),
        ];
        inputs.extend(ask::harm_report("/harm_report", "/concern", &red, facts));
        Some(inputs)
    }
}

impl CaseStep for VisitAfterAdoption {
    /// After registration, while scheduled visits remain.
    fn gates(case: &Case, facts: &Facts) -> Vec<Violation> {
        let mut violations = must_be_in(case, &[Stage::Registered, Stage::Issued, Stage::Archived]);
        match case.visits.iter().find(|visit| visit.made.is_none()) {
            None => violations.push(VISITS_IN_ORDER.broken()),
            Some(next) => violations.extend(not_too_early(next, facts.today, facts)),
        }
        violations.extend(visits_are_recorded(case));
        violations
    }

    /// Records the next visit of the schedule.
    fn decide(&self, case: &Case, facts: &Facts) -> Decision {
        let mut violations = Self::gates(case, facts);
        let not_before = not_before(case);
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
        let told = violations.iter().any(|broken| broken.rule.id == VISITS_IN_ORDER.id);
        let next_if_untold = next.filter(|_| !told);
        violations
            .extend(next_if_untold.and_then(|next| not_too_early(next, self.visited_on, facts)));
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
    let first_day = first_day(next, facts);
    (visited_on < first_day).then(|| {
        let days = [("first_day", first_day)];
        let earliest = Message::with_days("最早{first_day}", "not before {first_day}", days);
        VISITS_IN_ORDER.broken_with(earliest).at("visited_on")
    })
}

fn first_day(next: &FollowUpVisit, facts: &Facts) -> NaiveDate {
    let window = Days::new(u64::from(facts.rules.follow_up_window_days));
    next.due_on.checked_sub_days(window).unwrap_or(next.due_on)
}

/// A visit follows the one before it, and the registration.
fn not_before(case: &Case) -> NaiveDate {
    let made = case.visits.iter().filter_map(|visit| visit.made.as_ref());
    let registered_on = case.registration.as_ref().map(|registration| registration.on);
    made.map(|made| made.on).chain(registered_on).max().unwrap_or(case.applied_on)
}
