//! 不予受理通知书, 不予办理收养登记通知书.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::Office;

/// A reason for refusing, with the article it rests on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RefusalReason {
    /// What was found.
    pub finding: String,
    /// The article.
    pub basis: String,
}

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

/// Tells the parties that the application was not taken up (不予受理) or that the adoption is not
/// registered (不予登记), why, what goes back to them, and what they can do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RefusalNotice {
    /// The registering office.
    pub office: Office,
    /// 文号.
    pub number: String,
    /// 办件编号.
    pub case_number: String,
    /// What is asked of the office, such as 收养登记 or 解除收养登记.
    pub matter: String,
    /// Whom the notice goes to.
    pub applicants: Vec<String>,
    /// Name of the child.
    pub child: String,
    /// Day of the application.
    pub applied_on: NaiveDate,
    /// Day of the decision.
    pub decided_on: NaiveDate,
    /// At least one reason.
    pub reasons: Vec<RefusalReason>,
    /// Papers that go back.
    pub returned: Vec<String>,
    /// Papers found false and kept.
    pub confiscated: Vec<String>,
    /// What the parties can do.
    pub remedies: Remedies,
    /// The registrar in charge.
    pub registrar: String,
}
