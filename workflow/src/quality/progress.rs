//! How far an assessment is, for the manager of the body that assesses: days and counts, and nothing of what
//! was seen, said or scored, nor of whom.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::Serialize;

use crate::base::deadline_kind::DeadlineKind;
use crate::base::ids::UserId;
use crate::case::Case;
use crate::indicator::Part;
use crate::law::time::deadline::Deadline;

/// How far one task is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(rename = "AssessmentProgress")]
pub struct Progress {
    /// 办件编号
    pub number: String,
    /// Who of the body assesses.
    pub assessors: Vec<String>,
    /// The day they were appointed; absent where more have to be.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub appointed_on: Option<NaiveDate>,
    /// The last day of the assessment.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due_on: Option<NaiveDate>,
    /// Whether it is planned.
    pub planned: bool,
    /// Interviews, visits and readings so far.
    pub work: usize,
    /// The first day of integration.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub integration_began_on: Option<NaiveDate>,
    /// The last day of integration.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub integration_ended_on: Option<NaiveDate>,
    /// Sheets that were sent.
    pub sheets_sent: usize,
    /// Sheets that are to be sent: one of each part by each assessor, where it is scored.
    pub sheets: usize,
    /// The day the report was submitted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reported_on: Option<NaiveDate>,
}

/// How far an assessment is of which these people are the body's.
pub fn progress(case: &Case, clocks: &[Deadline], people: &[UserId]) -> Progress {
    let assessment = &case.assessment;
    let own = assessment.assessors.iter().filter(|assessor| people.contains(&assessor.user));
    let scored = assessment.scored.as_deref();
    let sent = scored
        .iter()
        .flat_map(|scored| &scored.sheets)
        .filter(|sheet| sheet.sent_on.is_some() && case.is_assessor(sheet.rater.id));
    let clock = clocks.iter().find(|clock| clock.kind == DeadlineKind::Assessment);
    let parts = [Part::Capability, Part::Integration].len();
    Progress {
        number: case.number.clone(),
        assessors: own.map(|assessor| assessor.name.clone()).collect(),
        appointed_on: assessment.appointed_on,
        due_on: clock.and_then(|clock| clock.due_on),
        planned: scored.is_some_and(|scored| scored.plan.is_some()),
        work: assessment.visits.len() + scored.map_or(0, |scored| scored.records.len()),
        integration_began_on: assessment.integration.map(|time| time.started_on),
        integration_ended_on: assessment.integration.and_then(|time| time.ended_on),
        sheets_sent: sent.count(),
        sheets: scored.map_or(0, |_| parts * assessment.assessors.len()),
        reported_on: assessment.report.as_ref().map(|report| report.on),
    }
}
