//! 送达回证.

pub(crate) mod compose;
pub mod sample;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::parts::paper::Paper;
use crate::parts::people::Office;

/// 受送达人.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Addressee {
    /// 姓名 or 名称.
    pub name: String,
    /// In what capacity, such as 收养人.
    pub capacity: String,
}

/// The receipts that go with a paper, a sheet for each addressee. How and when it was served is
/// written by hand when it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ServiceReceipt {
    /// The registering office.
    pub office: Office,
    /// 办件编号.
    pub case_number: String,
    /// Name of the paper served.
    pub document: String,
    /// 文号 of the paper served.
    pub document_number: String,
    /// On whom it is served.
    pub addressees: Vec<Addressee>,
    /// Day the receipts were drawn up.
    pub drawn_up_on: NaiveDate,
    /// 送达人.
    pub served_by: String,
}

impl Paper for ServiceReceipt {
    fn dated(&self) -> NaiveDate {
        self.drawn_up_on
    }
}
