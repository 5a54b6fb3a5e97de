//! Days, results, vetoes and what is late.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::Serialize;

use super::figures::{median, shown};
use crate::case::Case;
use crate::case::assessment::{AssessingBody, Conclusion};
use crate::law::assessment::consent_complete_on;
use crate::law::time::periods::nth_day;

/// Days from one step to another.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[schemars(rename = "AssessmentStepDays")]
pub struct StepDays {
    /// From which step to which: `notice_to_consent`.
    pub step: &'static str,
    /// In how many assessments both were.
    pub assessments: usize,
    /// The middle of the days.
    pub median: Option<f64>,
    /// The most days.
    pub longest: Option<i64>,
}

/// Results by who assessed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct BodyResults {
    /// The commissioned body, or nobody where the own team assessed.
    pub body: Option<String>,
    /// How many assessments it was given.
    pub assessments: usize,
    /// How many reports say capable.
    pub capable: usize,
    /// How many say not.
    pub not_capable: usize,
    /// How many have no report.
    pub without_report: usize,
}

/// How often a veto was raised.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct VetoCount {
    /// Its code.
    pub code: String,
    /// What it is called.
    pub name: String,
    /// How often an assessor proposed it.
    pub proposed: usize,
    /// How often the leader confirmed it.
    pub confirmed: usize,
    /// How often nobody has decided yet.
    pub undecided: usize,
}

/// An assessment whose report is due and not there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Late {
    /// 办件编号
    pub number: String,
    /// The last day of the period.
    pub due_on: NaiveDate,
}

/// The days between two steps of a case, if both were.
type Between = fn(&Case) -> Option<(NaiveDate, NaiveDate)>;

const STEPS: [(&str, Between); 6] = [
    ("notice_to_consent", |case| Some((case.assessment.notified_on?, consent_complete_on(case)?))),
    ("consent_to_appointment", |case| {
        Some((consent_complete_on(case)?, case.assessment.appointed_on?))
    }),
    ("appointment_to_first_work", |case| {
        Some((case.assessment.appointed_on?, first_work_on(case)?))
    }),
    ("integration", |case| {
        let integration = case.assessment.integration?;
        Some((integration.started_on, integration.ended_on?))
    }),
    ("consent_to_report", |case| {
        Some((consent_complete_on(case)?, case.assessment.report.as_ref()?.on))
    }),
    ("report_to_filing", |case| {
        let report = case.assessment.report.as_ref()?;
        Some((report.on, report.filed_on?))
    }),
];

fn first_work_on(case: &Case) -> Option<NaiveDate> {
    let visits = case.assessment.visits.iter().map(|visit| visit.on);
    let records = case.assessment.scored.iter().flat_map(|scored| &scored.records);
    visits.chain(records.map(|record| record.on)).min()
}

/// The days of each step.
pub fn steps(cases: &[&Case]) -> Vec<StepDays> {
    let of_a_step = |(step, between): &(&'static str, Between)| {
        let both = cases.iter().filter_map(|case| between(case));
        let days: Vec<i64> = both.map(|(from, until)| (until - from).num_days()).collect();
        StepDays {
            step,
            assessments: days.len(),
            median: median(days.iter().map(|days| *days as f64).collect()).map(shown),
            longest: days.into_iter().max(),
        }
    };
    STEPS.iter().map(of_a_step).collect()
}

/// The results of each body.
pub fn bodies(cases: &[&Case]) -> Vec<BodyResults> {
    let mut bodies: BTreeMap<Option<String>, BodyResults> = BTreeMap::new();
    for case in cases {
        let body = match &case.assessment.body {
            Some(AssessingBody::ThirdParty { name, .. }) => Some(name.clone()),
            Some(AssessingBody::OwnTeam) | None => None,
        };
        let nothing = BodyResults {
            body: body.clone(),
            assessments: 0,
            capable: 0,
            not_capable: 0,
            without_report: 0,
        };
        let results = bodies.entry(body).or_insert(nothing);
        results.assessments += 1;
        match case.assessment.report.as_ref().map(|report| report.conclusion) {
            Some(Conclusion::Capable) => results.capable += 1,
            Some(Conclusion::NotCapable) => results.not_capable += 1,
            None => results.without_report += 1,
        }
    }
    bodies.into_values().collect()
}

/// The vetoes that were raised.
pub fn vetoes(cases: &[&Case]) -> Vec<VetoCount> {
    let mut counts: BTreeMap<(String, String), VetoCount> = BTreeMap::new();
    for scored in cases.iter().filter_map(|case| case.assessment.scored.as_ref()) {
        for raised in &scored.vetoes {
            let name = scored.set.veto(&raised.code).map(|veto| veto.name.zh.clone());
            let name = name.unwrap_or_default();
            let nothing = VetoCount {
                code: raised.code.clone(),
                name: name.clone(),
                proposed: 0,
                confirmed: 0,
                undecided: 0,
            };
            let count = counts.entry((raised.code.clone(), name)).or_insert(nothing);
            count.proposed += 1;
            match &raised.decision {
                Some(decision) => count.confirmed += usize::from(decision.confirmed),
                None => count.undecided += 1,
            }
        }
    }
    counts.into_values().collect()
}

/// The assessments that are open, agreed to, and past their days without a report.
pub fn late(cases: &[&Case], today: NaiveDate, days: u32) -> Vec<Late> {
    let open = cases
        .iter()
        .filter(|case| case.stage.is_before_registration() && case.assessment.report.is_none());
    let due = open.filter_map(|case| {
        let due_on = nth_day(consent_complete_on(case)?, days);
        (due_on < today).then(|| Late { number: case.number.clone(), due_on })
    });
    let mut late: Vec<Late> = due.collect();
    late.sort_by_key(|late| late.due_on);
    late
}
