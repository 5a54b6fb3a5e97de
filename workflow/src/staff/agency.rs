//! 评估主体: the office's own team, or a commissioned body with its agreement (评估办法 arts. 5 to 7).

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::identity::CreditCode;
use crate::indicator::Part;

/// Names one assessing body.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(transparent)]
pub struct AgencyId(pub Uuid);

/// 委托协议: what a body was commissioned with, and for how long.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "AgencyAgreement")]
pub struct Agreement {
    /// Its number.
    pub number: String,
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub until: NaiveDate,
    /// What is assessed under it.
    pub scope: Vec<Part>,
}

/// How the office looked into a body before it commissioned it (评估办法 art. 7).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "AgencyExamined")]
pub struct Examined {
    /// The day.
    pub on: NaiveDate,
    /// What was looked at: the register of legal persons, the charter, the rules, the staff list.
    pub source: String,
    /// Whether it is a legal person in good order whose charter covers assessment.
    pub in_order: bool,
    /// Full-time staff of the right background, or with two years of related work.
    pub full_time_staff: u32,
}

/// What kind of body.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
#[schemars(rename = "AgencyBody")]
pub enum Body {
    /// 收养评估小组: staff of the office.
    OwnTeam {},
    /// 受委托的第三方机构
    Commissioned {
        /// 统一社会信用代码
        credit_code: CreditCode,
        /// The agreement.
        agreement: Agreement,
        /// How it was looked into.
        examined: Examined,
    },
}

/// A body that assesses.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Agency {
    /// Its name.
    pub name: String,
    /// What kind of body it is.
    pub body: Body,
    /// The day from which it assesses no longer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ended_on: Option<NaiveDate>,
}
