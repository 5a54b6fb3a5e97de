//! Persons as they are on the day a procedure after the registration begins.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::identity::{Division, ResidentId};

/// The adoptee as of today, where the procedure turns on it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PresentAdoptee {
    /// 现用名
    pub name: String,
    /// 公民身份号码
    pub resident_id: ResidentId,
    /// 常住户口所在地
    pub household_address: String,
    /// The county of the registered residence, which decides jurisdiction (登记办法 art. 10).
    pub division: Division,
}

/// Who speaks for an organisation that placed the child, as of today.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PresentHead {
    /// 负责人姓名
    pub name: String,
    /// 负责人公民身份号码
    pub resident_id: ResidentId,
}

/// The guardian of a minor adoptee, other than those who adopted it: they have died, or the
/// guardianship went to another.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PresentGuardian {
    /// 姓名, of an organisation its responsible person's
    pub name: String,
    /// 公民身份号码
    pub resident_id: ResidentId,
    /// 与被收养人的关系
    pub relation: String,
    /// 监护单位名称, where an organisation is the guardian
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organisation: Option<String>,
}
