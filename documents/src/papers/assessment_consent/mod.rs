//! 收养评估同意书.

pub(crate) mod compose;
pub mod sample;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::parts::paper::Paper;
use crate::parts::people::{AssessingBody, Named, Office};

/// The applicants' consent to be assessed, signed by each.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AssessmentConsent {
    /// The registering office.
    pub office: Office,
    /// 办件编号.
    pub case_number: String,
    /// Number of the assessment notice.
    pub notice_number: String,
    /// Day of the assessment notice.
    pub notified_on: NaiveDate,
    /// Who assesses.
    pub body: AssessingBody,
    /// Those who consent.
    pub applicants: Vec<Named>,
    /// Least length of the integration, in days.
    pub integration_days: u32,
}

impl Paper for AssessmentConsent {
    fn dated(&self) -> NaiveDate {
        self.notified_on
    }
}
