//! 一次性补正告知书.

pub(crate) mod compose;
pub mod sample;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::parts::paper::Paper;
use crate::parts::people::Office;

/// A paper that is not there, with all a party must know to bring it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PaperToBring {
    /// Name of the paper.
    pub title: String,
    /// Who brings it.
    pub party: String,
    /// Who gives it out.
    pub issuer: String,
    /// How many, and whether the original stays.
    pub copies: String,
    /// The article that asks for it.
    pub basis: String,
}

/// A paper that is there and not in order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PaperToCorrect {
    /// Name of the paper.
    pub title: String,
    /// Who brings it anew.
    pub party: String,
    /// What is wrong with it.
    pub reason: String,
    /// How many, and whether the original stays.
    pub copies: String,
    /// The article that asks for it.
    pub basis: String,
}

/// Tells the parties at once everything that is missing and everything that is wrong.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CorrectionNotice {
    /// The registering office.
    pub office: Office,
    /// 文号.
    pub number: String,
    /// 办件编号.
    pub case_number: String,
    /// What is asked of the office, such as 收养登记 or 解除收养登记.
    pub matter: String,
    /// Whom the notice goes to.
    pub addressees: Vec<String>,
    /// Name of the child.
    pub child: String,
    /// Day of the application.
    pub applied_on: NaiveDate,
    /// Day of the notice.
    pub told_on: NaiveDate,
    /// What is missing.
    pub missing: Vec<PaperToBring>,
    /// What is there and not in order.
    pub incorrect: Vec<PaperToCorrect>,
    /// The officer who tells them.
    pub registrar: String,
}

impl Paper for CorrectionNotice {
    fn dated(&self) -> NaiveDate {
        self.told_on
    }
}
