//! 委托书 of one spouse to the other.

pub(crate) mod compose;
pub mod sample;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::parts::paper::Paper;
use crate::parts::people::{Office, Person};

/// A mandate, to be signed and then certified by a village or residents' committee or notarised.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mandate {
    /// The registering office.
    pub office: Office,
    /// 办件编号.
    pub case_number: String,
    /// 委托人.
    pub principal: Person,
    /// 受委托人, the spouse.
    pub agent: Person,
    /// Name of the child.
    pub child: String,
    /// Why the principal cannot come.
    pub reason: String,
    /// Day the mandate was drawn up; the day of signing is written by hand.
    pub drawn_up_on: NaiveDate,
}

impl Paper for Mandate {
    fn dated(&self) -> NaiveDate {
        self.drawn_up_on
    }
}
