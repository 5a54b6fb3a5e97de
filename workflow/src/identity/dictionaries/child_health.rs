//! 健康状况 of a child.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// 健康状况
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ChildHealth {
    /// 健康
    Healthy,
    /// 患病
    Ill,
    /// 残疾
    Disabled,
}

impl ChildHealth {
    /// Every state of health.
    pub const ALL: [ChildHealth; 3] =
        [ChildHealth::Healthy, ChildHealth::Ill, ChildHealth::Disabled];

    /// The word printed on papers.
    pub fn printed(self) -> &'static str {
        match self {
            ChildHealth::Healthy => "健康",
            ChildHealth::Ill => "患病",
            ChildHealth::Disabled => "残疾",
        }
    }
}
