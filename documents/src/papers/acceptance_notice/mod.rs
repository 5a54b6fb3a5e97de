//! 受理通知书.

pub(crate) mod compose;
pub mod sample;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::parts::paper::Paper;
use crate::parts::people::Office;

/// Tells the applicants that the office examines their case, until when, and what stops the clock.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AcceptanceNotice {
    /// The registering office.
    pub office: Office,
    /// 文号.
    pub number: String,
    /// 办件编号.
    pub case_number: String,
    /// Names of those who applied.
    pub applicants: Vec<String>,
    /// Name of the child.
    pub child: String,
    /// Day the application was complete.
    pub received_on: NaiveDate,
    /// Day of acceptance.
    pub accepted_on: NaiveDate,
    /// Length of the examination, in days.
    pub review_days: u32,
    /// First day of the examination.
    pub review_begins_on: NaiveDate,
    /// Last day of the examination if nothing stops the clock.
    pub review_ends_on: NaiveDate,
    /// Length of the search for the birth parents, in days, if one must be published.
    pub notice_days: Option<u32>,
    /// Length of the assessment, in days, if one must be made.
    pub assessment_days: Option<u32>,
    /// The registrar in charge.
    pub registrar: String,
}

impl Paper for AcceptanceNotice {
    fn dated(&self) -> NaiveDate {
        self.accepted_on
    }
}
