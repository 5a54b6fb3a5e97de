//! What can be done against a decision, and until when.

use serde::{Deserialize, Serialize};
use workflow::law::remedies::{RECONSIDERATION_DAYS, SUIT_MONTHS, court, reconsideration_body};

/// Where a decision can be challenged, and until when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Remedies {
    /// 行政复议机关.
    pub reconsideration_body: String,
    /// Days to ask for reconsideration.
    pub reconsideration_days: u32,
    /// 人民法院.
    pub court: String,
    /// Months to bring a suit.
    pub suit_months: u32,
}

/// Reconsideration is asked of the government the bureau belongs to (行政复议法 art. 24). Which
/// court is competent the provinces arrange differently, so none is named.
pub(crate) fn remedies(office: &str) -> Remedies {
    Remedies {
        reconsideration_body: reconsideration_body(office).zh,
        reconsideration_days: RECONSIDERATION_DAYS,
        court: court().zh,
        suit_months: SUIT_MONTHS,
    }
}
