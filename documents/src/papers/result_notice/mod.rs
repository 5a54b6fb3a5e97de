//! 收养登记结果告知书.

pub(crate) mod compose;
pub mod sample;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::parts::paper::Paper;
use crate::parts::people::Office;

/// A visit after the adoption that is planned.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlannedVisit {
    /// Which of the visits, from 1.
    pub number: u32,
    /// The day around which it is made.
    pub due_on: NaiveDate,
}

/// Tells the family that the adoption is registered and what comes next.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ResultNotice {
    /// The registering office.
    pub office: Office,
    /// 文号.
    pub number: String,
    /// 办件编号.
    pub case_number: String,
    /// Names of the adopters.
    pub adopters: Vec<String>,
    /// Name of the child.
    pub child: String,
    /// 收养后姓名, where the child takes another.
    pub name_after_adoption: Option<String>,
    /// 收养登记证字号.
    pub certificate_number: String,
    /// The day the relationship was formed.
    pub registered_on: NaiveDate,
    /// Visits that are planned.
    pub visits: Vec<PlannedVisit>,
    /// The registrar in charge.
    pub registrar: String,
}

impl Paper for ResultNotice {
    fn dated(&self) -> NaiveDate {
        self.registered_on
    }
}
