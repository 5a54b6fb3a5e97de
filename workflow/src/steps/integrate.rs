//! 融合: the child lives with the applicants for the full days before the adoption.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Decision, one_unless, visit};
use crate::base::rule::Violation;
use crate::case::Case;
use crate::case::assessment::BrokenIntegration;
use crate::event::Event;
use crate::facts::Facts;
use crate::law::assessment::{INTEGRATED, integration_has_run, no_open_incident};
use crate::law::input::{self, KNOWN, PAGE};

/// Integration begins.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct StartIntegration {
    /// The day the child came to live with the applicants.
    pub started_on: NaiveDate,
}

/// Integration ends.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct EndIntegration {
    /// The day it was found complete.
    pub ended_on: NaiveDate,
}

/// Integration is broken off.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct BreakOffIntegration {
    /// The day the child left the applicants.
    pub broken_off_on: NaiveDate,
    /// Why.
    pub reason: String,
}

/// The assessors are appointed and no incident is open.
pub fn start_gates(case: &Case, facts: &Facts) -> Vec<Violation> {
    let mut violations = visit::gates(case, facts);
    violations.extend(no_open_incident(case));
    if case.assessment.integration.is_some() {
        violations.push(KNOWN.broken_because("融合已经开始", "integration has begun"));
    }
    violations
}

/// Starts integration.
pub fn decide_start(case: &Case, command: &StartIntegration, facts: &Facts) -> Decision {
    let mut violations = start_gates(case, facts);
    let appointed_on = case.assessment.appointed_on.unwrap_or(case.applied_on);
    // Days before an integration was broken off never count again.
    let broken_off = case.broken_integrations.iter().map(|broken| broken.broken_off_on);
    let not_before = broken_off.fold(appointed_on, NaiveDate::max);
    violations.extend(input::happened("started_on", command.started_on, not_before, facts));
    one_unless(violations, || Event::IntegrationStarted { started_on: command.started_on })
}

/// Integration runs and may have its full days.
pub fn end_gates(case: &Case, facts: &Facts) -> Vec<Violation> {
    let mut violations = visit::gates(case, facts);
    match case.assessment.integration {
        Some(integration) if integration.ended_on.is_none() => {
            if !integration_has_run(integration.started_on, facts.today, facts) {
                violations.push(INTEGRATED.broken());
            }
        }
        _ => violations.push(KNOWN.broken()),
    }
    violations
}

/// Ends integration after its full days.
pub fn decide_end(case: &Case, command: &EndIntegration, facts: &Facts) -> Decision {
    let mut violations = end_gates(case, facts);
    if let Some(integration) = case.assessment.integration {
        let started_on = integration.started_on;
        violations.extend(input::happened("ended_on", command.ended_on, started_on, facts));
        if !integration_has_run(started_on, command.ended_on, facts) {
            violations.push(INTEGRATED.broken().at("ended_on"));
        }
    }
    one_unless(violations, || Event::IntegrationEnded { ended_on: command.ended_on })
}

/// Integration was begun; also after its end, and after the report.
pub fn break_off_gates(case: &Case, _facts: &Facts) -> Vec<Violation> {
    let mut violations = visit::assessors_work(case);
    if case.assessment.integration.is_none() {
        violations.push(KNOWN.broken());
    }
    violations
}

/// Breaks integration off: its days no longer count, and no report speaks of it.
pub fn decide_break_off(case: &Case, command: &BreakOffIntegration, facts: &Facts) -> Decision {
    let mut violations = break_off_gates(case, facts);
    let begun_on = case.assessment.integration.map_or(case.applied_on, |begun| begun.started_on);
    violations.extend(input::happened("broken_off_on", command.broken_off_on, begun_on, facts));
    violations.extend(input::text("reason", &command.reason, PAGE));
    one_unless(violations, || Event::IntegrationBrokenOff {
        broken: BrokenIntegration {
            started_on: begun_on,
            broken_off_on: command.broken_off_on,
            reason: command.reason.clone(),
        },
    })
}
