//! 行政区划代码 (GB/T 2260): six digits for province, city and county.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A county-level division code as it was given.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
pub struct Division(pub String);

impl Division {
    /// Whether it has the form of a county-level code: six digits, a province from 11 to 82, and a
    /// county part. Whether the county exists on a day is for a dated table to say.
    pub fn is_county(&self) -> bool {
        let digits = self.0.len() == 6 && self.0.bytes().all(|byte| byte.is_ascii_digit());
        digits
            && self.0.get(0..2).is_some_and(|province| ("11"..="82").contains(&province))
            && self.0.get(4..6).is_some_and(|county| county != "00")
    }
}
