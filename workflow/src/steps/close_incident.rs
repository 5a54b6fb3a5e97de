//! The leader closes an incident: a paper settles it, and harm to a minor is told to the police.

use chrono::NaiveDateTime;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::ask::{self, Input, Listed};
use super::report_incident::ReportIncident;
use super::{CaseStep, Decision, NumberedStep, Step, one_unless};
use crate::access::Role;
use crate::base::rule::Violation;
use crate::base::text::{LINE, PAGE};
use crate::case::decision::HarmReport;
use crate::case::{Case, PaperKind, Slot};
use crate::event::Event;
use crate::facts::Facts;
use crate::law::assessment::{NO_INCIDENT, POLICE_TOLD, needs_police_report};
use crate::law::documents_required::missing;
use crate::law::input::{self, DAY, KNOWN};

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

impl Step for CloseIncident {
    const TITLE: &'static str = "处理情形";
    const ARTICLE: &'static str = "《收养评估办法（试行）》第十一条";
    const ROLES: &'static [Role] = &[Role::Leader];

    fn inputs(case: &Case, facts: &Facts) -> Listed {
        let open: Vec<_> =
            case.incidents.iter().filter(|incident| incident.closed_on.is_none()).collect();
        let told: Vec<u32> = open
            .iter()
            .filter(|incident| needs_police_report(incident.ground))
            .map(|incident| incident.number)
            .collect();
        let mut inputs = vec![
            Input::number(open.iter().map(|incident| ask::numbered(incident.number, "incident"))),
            Input::text("/outcome", PAGE),
        ];
        if !told.is_empty() {
            inputs.extend(ask::harm_report("/police_report", "{number}", &told, facts));
        }
        Some(inputs)
    }
}

impl NumberedStep for CloseIncident {
    /// An incident must be open, and the paper that settles it verified.
    fn gates(case: &Case, facts: &Facts) -> Vec<Violation> {
        let mut violations = ReportIncident::gates(case, facts);
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
    fn decide(&self, case: &Case, number: u32, facts: &Facts) -> Decision {
        let mut violations = Self::gates(case, facts);
        let open = case
            .incidents
            .iter()
            .find(|incident| incident.number == number && incident.closed_on.is_none());
        match open {
            None => violations.push(KNOWN.broken().at("number")),
            Some(incident) => {
                if needs_police_report(incident.ground) && self.police_report.is_none() {
                    violations.push(POLICE_TOLD.broken().at("police_report"));
                }
            }
        }
        violations.extend(input::text("outcome", &self.outcome, PAGE));
        violations.extend(
            self.police_report
                .iter()
                .flat_map(|report| harm_report("police_report", report, facts)),
        );
        one_unless(violations, || Event::IncidentClosed {
            number,
            outcome: self.outcome.clone(),
            police_report: self.police_report.clone(),
        })
    }
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
