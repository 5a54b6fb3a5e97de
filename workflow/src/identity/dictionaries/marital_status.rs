//! 婚姻状况 (GB/T 2261.2).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use strum::EnumCount;

/// 婚姻状况
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema, EnumCount,
)]
#[serde(rename_all = "snake_case")]
pub enum MaritalStatus {
    /// 未婚
    Unmarried,
    /// 已婚
    Married,
    /// 离婚
    Divorced,
    /// 丧偶
    Widowed,
}

impl MaritalStatus {
    /// Every status.
    pub const ALL: [MaritalStatus; MaritalStatus::COUNT] = [
        MaritalStatus::Unmarried,
        MaritalStatus::Married,
        MaritalStatus::Widowed,
        MaritalStatus::Divorced,
    ];

    /// The code of the standard (GB/T 2261.2).
    pub fn code(self) -> &'static str {
        match self {
            MaritalStatus::Unmarried => "10",
            MaritalStatus::Married => "20",
            MaritalStatus::Widowed => "30",
            MaritalStatus::Divorced => "40",
        }
    }

    /// The word printed on papers.
    pub fn printed(self) -> &'static str {
        match self {
            MaritalStatus::Unmarried => "未婚",
            MaritalStatus::Married => "已婚",
            MaritalStatus::Divorced => "离婚",
            MaritalStatus::Widowed => "丧偶",
        }
    }
}
