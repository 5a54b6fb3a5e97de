//! 撤回申请记录.

pub(crate) mod compose;
pub mod sample;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::parts::paper::Paper;
use crate::parts::people::{Named, Office};

/// A party's word that it withdraws, taken down to be signed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WithdrawalRecord {
    /// The registering office.
    pub office: Office,
    /// 办件编号.
    pub case_number: String,
    /// What is asked of the office, such as 收养登记 or 解除收养登记.
    pub matter: String,
    /// Who withdraws: of an institution, its responsible person.
    pub party: Named,
    /// The institution that withdraws.
    pub institution: Option<String>,
    /// In what capacity, such as 收养人.
    pub capacity: String,
    /// Name of the child.
    pub child: String,
    /// Day of the application.
    pub applied_on: NaiveDate,
    /// Day of the withdrawal.
    pub withdrawn_on: NaiveDate,
    /// Why, in the party's words.
    pub reason: String,
    /// Who took it down.
    pub registrar: String,
}

impl Paper for WithdrawalRecord {
    fn dated(&self) -> NaiveDate {
        self.withdrawn_on
    }
}
