//! A reportable circumstance (评估办法 art. 11): reported by anyone who works the case, closed by the leader.

use chrono::{NaiveDate, NaiveDateTime};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Decision, one_unless};
use crate::base::rule::Violation;
use crate::case::assessment::IncidentGround;
use crate::case::decision::HarmReport;
use crate::case::{Case, PaperKind, Slot};
use crate::event::Event;
use crate::facts::Facts;
use crate::law::assessment::{NO_INCIDENT, POLICE_TOLD, needs_police_report};
use crate::law::documents_required::missing;
use crate::law::input::{self, DAY, KNOWN, LINE, PAGE};
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

/// The leader closes an incident.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CloseIncident {
    /// What was found and done.
    pub outcome: String,
    /// The report to the police, where harm to a minor is suspected.
    #[serde(default)]
    pub police_report: Option<HarmReport>,
}

/// At any time until registration.
pub fn gates(case: &Case, _facts: &Facts) -> Vec<Violation> {
    must_be_in(case, UNTIL_REGISTRATION)
}

/// Records the incident.
pub fn decide(case: &Case, command: &ReportIncident, facts: &Facts) -> Decision {
    let mut violations = gates(case, facts);
    violations.extend(input::happened("known_on", command.known_on, case.applied_on, facts));
    violations.extend(input::text("description", &command.description, PAGE));
    let number = case.incidents.iter().map(|incident| incident.number).max().unwrap_or(0) + 1;
    one_unless(violations, || Event::IncidentReported {
        number,
        ground: command.ground,
        known_on: command.known_on,
        description: command.description.clone(),
    })
}

/// An incident must be open, and the paper that settles it verified.
pub fn closing_gates(case: &Case, facts: &Facts) -> Vec<Violation> {
    let mut violations = gates(case, facts);
    if case.open_incident().is_none() {
        violations.push(KNOWN.broken());
    }
    let paper = Slot::of_case(PaperKind::IncidentPaper);
    let closed = case.incidents.iter().filter(|incident| incident.closed_on.is_some()).count();
    if case.verified_papers(paper.paper) <= closed {
        violations.push(missing(&NO_INCIDENT, paper));
    }
    violations
}

/// Closes the incident of that number; harm to a minor needs the report to the police.
pub fn decide_closing(
    case: &Case,
    number: u32,
    command: &CloseIncident,
    facts: &Facts,
) -> Decision {
    let mut violations = closing_gates(case, facts);
    let open = case
        .incidents
        .iter()
        .find(|incident| incident.number == number && incident.closed_on.is_none());
    match open {
        None => violations.push(KNOWN.broken().at("number")),
        Some(incident) => {
            if needs_police_report(incident.ground) && command.police_report.is_none() {
                violations.push(POLICE_TOLD.broken().at("police_report"));
            }
        }
    }
    violations.extend(input::text("outcome", &command.outcome, PAGE));
    violations.extend(
        command.police_report.iter().flat_map(|report| harm_report("police_report", report, facts)),
    );
    one_unless(violations, || Event::IncidentClosed {
        number,
        outcome: command.outcome.clone(),
        police_report: command.police_report.clone(),
    })
}

/// A report of harm says to whom, when and under which number it was made.
pub fn harm_report(field: &str, report: &HarmReport, facts: &Facts) -> Vec<Violation> {
    let mut violations = Vec::new();
    violations.extend(input::text(&format!("{field}.recipient"), &report.recipient, LINE));
    violations.extend(input::text(&format!("{field}.number"), &report.number, LINE));
    let at = NaiveDateTime::parse_from_str(&report.reported_at, "%Y-%m-%d %H:%M");
    if !at.is_ok_and(|at| at.date() <= facts.today) {
        violations.push(DAY.broken().at(format!("{field}.reported_at")));
    }
    violations
}
