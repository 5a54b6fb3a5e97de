//! 家庭教育指导记录.

pub(crate) mod compose;
pub mod sample;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::parts::paper::Paper;
use crate::parts::people::Office;

/// The record that family-education guidance was given to adopters.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GuidanceRecord {
    /// The registering office.
    pub office: Office,
    /// 办件编号.
    pub case_number: String,
    /// Names of the adopters who were guided.
    pub adopters: Vec<String>,
    /// Name of the child.
    pub child: String,
    /// Who gave the guidance.
    pub given_by: String,
    /// Day of the guidance.
    pub given_on: NaiveDate,
    /// How long it took, in minutes.
    pub minutes: u32,
    /// Where it was given.
    pub place: String,
    /// How it was given, such as 面谈.
    pub form: String,
    /// What it dealt with.
    pub topics: String,
    /// What the adopters said to it.
    pub response: String,
}

impl Paper for GuidanceRecord {
    fn dated(&self) -> NaiveDate {
        self.given_on
    }
}
