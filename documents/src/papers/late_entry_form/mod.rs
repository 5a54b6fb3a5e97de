//! 收养登记补录审核表.

pub(crate) mod compose;
pub mod sample;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::parts::adoption::RegisteredAdoption;
use crate::parts::examination::Opinion;
use crate::parts::paper::Paper;
use crate::parts::people::{Child, Office, Person};

/// What the paper volume says of itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LateEntered {
    /// 档号 of the paper volume.
    pub volume_number: String,
    /// How many pages were scanned.
    pub pages: u32,
}

/// The form of one late entry. It forms nothing and draws no number.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LateEntryForm {
    /// The office.
    pub office: Office,
    /// 办件编号.
    pub case_number: String,
    /// Day the form was drawn up.
    pub drawn_up_on: NaiveDate,
    /// The registration, with the number that stands on the paper.
    pub adoption: RegisteredAdoption,
    /// One or two adopters.
    pub adopters: Vec<Person>,
    /// The child.
    pub child: Child,
    /// Name of the placer.
    pub placer: String,
    /// The paper volume.
    pub volume: LateEntered,
    /// Who entered it.
    pub entry: Option<Opinion>,
    /// Who compared it with the paper volume.
    pub comparison: Option<Opinion>,
    /// 备注.
    pub remarks: Option<String>,
    /// A party asked that the adoption be kept secret.
    pub confidential: bool,
}

impl Paper for LateEntryForm {
    fn dated(&self) -> NaiveDate {
        self.drawn_up_on
    }
}
