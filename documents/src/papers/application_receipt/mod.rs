//! 收件回执: what the family takes home.

pub(crate) mod compose;
pub mod sample;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::parts::paper::Paper;
use crate::parts::people::Office;

/// A paper that was handed in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReceivedPaper {
    /// Name of the paper.
    pub title: String,
    /// Whose paper it is.
    pub party: String,
    /// What it was compared with, or that it waits for that.
    pub comparison: String,
    /// Number of sheets.
    pub sheets: u32,
}

/// A paper that is still to be handed in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MissingPaper {
    /// Name of the paper.
    pub title: String,
    /// Whose paper it is.
    pub party: String,
    /// The article that asks for it.
    pub basis: String,
}

/// What the family takes home: what was received, what is missing, and where to look.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ApplicationReceipt {
    /// The registering office.
    pub office: Office,
    /// 办件编号.
    pub case_number: String,
    /// 事项, such as 收养登记.
    pub matter: String,
    /// Names of those who applied.
    pub applicants: Vec<String>,
    /// Day the papers were received.
    pub received_on: NaiveDate,
    /// What was received.
    pub received: Vec<ReceivedPaper>,
    /// What is missing.
    pub missing: Vec<MissingPaper>,
    /// The registrar who received them.
    pub registrar: String,
    /// Address the QR code leads to, with the query code in its fragment.
    pub query_address: String,
    /// The query code in letters, for those who cannot scan.
    pub query_code: String,
}

impl Paper for ApplicationReceipt {
    fn dated(&self) -> NaiveDate {
        self.received_on
    }

    fn query_address(&self) -> Option<&str> {
        Some(&self.query_address)
    }
}
