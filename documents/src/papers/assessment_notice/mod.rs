//! 收养评估通知书.

pub(crate) mod compose;
pub mod sample;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::parts::paper::Paper;
use crate::parts::people::{AssessingBody, Office};

/// Tells the applicants that they will be assessed, by whom, on what, and what their rights are.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AssessmentNotice {
    /// The registering office.
    pub office: Office,
    /// 文号.
    pub number: String,
    /// 办件编号.
    pub case_number: String,
    /// Names of those who applied.
    pub applicants: Vec<String>,
    /// Day of the notice.
    pub issued_on: NaiveDate,
    /// Who assesses.
    pub body: AssessingBody,
    /// Least number of assessors; they are appointed once the applicants have consented.
    pub assessors_needed: usize,
    /// Length of the assessment, in days from the applicants' consent.
    pub assessment_days: u32,
    /// Least length of the integration, in days.
    pub integration_days: u32,
    /// The registrar in charge.
    pub registrar: String,
}

impl Paper for AssessmentNotice {
    fn dated(&self) -> NaiveDate {
        self.issued_on
    }
}
