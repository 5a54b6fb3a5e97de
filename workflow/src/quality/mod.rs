//! 评估质量: how assessments went, for the leader: days, agreement, results, vetoes, what is late.
//!
//! Counted over whole assessments and shown to nobody else. A number here says where to look, never who is
//! right.

mod agreement;
mod counts;
mod figures;
pub mod progress;
mod raters;

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::Serialize;

pub use agreement::intraclass_correlation;
pub use counts::{BodyResults, Late, StepDays, VetoCount};
pub use raters::{ItemAgreement, PartAgreement, RaterSpread};

use crate::case::Case;

/// What is counted of the assessments of a time.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Quality {
    /// The first day: assessments are counted by the day of their written notice.
    pub from: NaiveDate,
    /// The last day.
    pub until: NaiveDate,
    /// How many there are.
    pub assessments: usize,
    /// How many of them are scored by a set.
    pub scored: usize,
    /// Days from one step to the next.
    pub steps: Vec<StepDays>,
    /// Results by who assessed.
    pub bodies: Vec<BodyResults>,
    /// Vetoes.
    pub vetoes: Vec<VetoCount>,
    /// Assessments whose report is due and not there.
    pub late: Vec<Late>,
    /// Agreement on each item, the worst first.
    pub items: Vec<ItemAgreement>,
    /// Agreement on the points of each part.
    pub parts: Vec<PartAgreement>,
    /// The median and spread of each assessor.
    pub raters: Vec<RaterSpread>,
    /// The measure of agreement and its source.
    pub measure: &'static str,
}

/// How agreement is measured.
pub const MEASURE: &str = "ICC(1,1) = (BMS − WMS) / (BMS + (k − 1) · WMS); Shrout & Fleiss, Psychological Bulletin \
                           86 (1979) 420–428";

/// Counts the assessments that were told of from one day to another.
pub fn quality(
    cases: &[Case],
    (from, until): (NaiveDate, NaiveDate),
    today: NaiveDate,
    assessment_days: u32,
) -> Quality {
    let told =
        |case: &&Case| case.assessment.notified_on.is_some_and(|day| (from..=until).contains(&day));
    let cases: Vec<&Case> = cases.iter().filter(told).collect();
    Quality {
        from,
        until,
        assessments: cases.len(),
        scored: cases.iter().filter(|case| case.assessment.scored.is_some()).count(),
        steps: counts::steps(&cases),
        bodies: counts::bodies(&cases),
        vetoes: counts::vetoes(&cases),
        late: counts::late(&cases, today, assessment_days),
        items: raters::items(&cases),
        parts: raters::parts(&cases),
        raters: raters::spread(&cases),
        measure: MEASURE,
    }
}
