//! Stretches of days in which a clock stands still.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Why a clock stands still.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum PauseReason {
    /// 公告期间 (登记办法 art. 8(2))
    Notice,
    /// 评估期间, from the day after the applicants' consent to the day the report is filed (SEQ-12)
    Assessment,
}

/// A stretch of days, both ends included, in which a clock stands still.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
pub struct Pause {
    /// The first day not counted.
    pub first: NaiveDate,
    /// The last day not counted; absent while the pause goes on.
    pub last: Option<NaiveDate>,
    /// Why it stands still.
    pub reason: PauseReason,
}

impl Pause {
    /// Whether a day lies in the pause.
    pub fn covers(&self, day: NaiveDate) -> bool {
        self.first <= day && self.last.is_none_or(|last| day <= last)
    }
}
