//! 侵害未成年人情形报告.

pub(crate) mod compose;
pub mod sample;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::parts::paper::Paper;
use crate::parts::people::{Named, Office, Sex};
use crate::parts::visits::Reported;

/// The duty to report, done: what was found, told to whom, when, and under what number.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HarmReport {
    /// The registering office.
    pub office: Office,
    /// 办件编号.
    pub case_number: String,
    /// Name of the child, as it is now.
    pub child: String,
    /// 性别.
    pub sex: Sex,
    /// 出生日期.
    pub born_on: NaiveDate,
    /// The adopters, who are the guardians.
    pub guardians: Vec<Named>,
    /// Where the child lives.
    pub address: String,
    /// Their telephone.
    pub telephone: String,
    /// Day of the finding.
    pub found_on: NaiveDate,
    /// Who found it.
    pub found_by: Vec<String>,
    /// What was found.
    pub facts: String,
    /// To whom, when and under what number.
    pub reported: Reported,
    /// Who reported.
    pub reported_by: String,
    /// A party asked that the adoption be kept secret.
    pub confidential: bool,
}

impl Paper for HarmReport {
    fn dated(&self) -> NaiveDate {
        self.found_on
    }
}
