//! 档案查阅登记单.

pub(crate) mod compose;
pub mod sample;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::parts::paper::Paper;
use crate::parts::people::Office;

/// One reading of a volume, on the spot. It names the volume by its number and nobody in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LendingSlip {
    /// The registering office.
    pub office: Office,
    /// 档号.
    pub volume_number: String,
    /// 收养登记证字号.
    pub certificate_number: Option<String>,
    /// Which reading of the volume, from 1.
    pub number: u32,
    /// 查阅人.
    pub reader: String,
    /// The identity paper or letter shown.
    pub shown: String,
    /// The ground the reader has a right to read on.
    pub basis: String,
    /// What it is read for.
    pub purpose: String,
    /// Day of the reading.
    pub lent_on: NaiveDate,
    /// Pages of the volume.
    pub pages: u32,
    /// The leader who approved, where that is needed.
    pub approved_by: Option<String>,
    /// 档案管理人员.
    pub archivist: String,
}

impl Paper for LendingSlip {
    fn dated(&self) -> NaiveDate {
        self.lent_on
    }
}
