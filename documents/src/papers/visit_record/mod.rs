//! 回访记录.

pub(crate) mod compose;
pub mod sample;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::parts::paper::Paper;
use crate::parts::people::Office;
use crate::parts::visits::Reported;

/// How worried the visitors are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// 绿: nothing to worry about.
    Green,
    /// 黄: to be watched.
    Yellow,
    /// 红: harm, or suspected harm.
    Red,
}

/// The record of one visit after the adoption.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct VisitRecord {
    /// The registering office.
    pub office: Office,
    /// 办件编号.
    pub case_number: String,
    /// 收养登记证字号.
    pub certificate_number: String,
    /// Which of the visits, from 1.
    pub number: u32,
    /// The day around which it was planned.
    pub due_on: NaiveDate,
    /// The day it was made.
    pub visited_on: NaiveDate,
    /// Where; written by hand where the case does not tell.
    pub place: Option<String>,
    /// 回访人.
    pub visitors: Vec<String>,
    /// Names of the adopters.
    pub adopters: Vec<String>,
    /// Name of the child, as it is now.
    pub child: String,
    /// Who was present; written by hand where the case does not tell.
    pub present: Option<String>,
    /// What was seen and heard.
    pub findings: String,
    /// How worried the visitors are.
    pub level: Level,
    /// The report of harm, which red needs.
    pub reported: Option<Reported>,
}

impl Paper for VisitRecord {
    fn dated(&self) -> NaiveDate {
        self.visited_on
    }
}
