//! A talk or a visit as a report tells it.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// A talk or a visit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Visit {
    /// Its day.
    pub on: NaiveDate,
    /// How it was done, such as 入户走访.
    pub method: String,
    /// Names of the assessors who went.
    pub by: Vec<String>,
    /// What was seen and heard.
    pub summary: String,
}
