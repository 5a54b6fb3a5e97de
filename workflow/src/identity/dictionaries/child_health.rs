//! 健康状况 of a child.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use strum::{EnumCount, VariantArray};

use crate::base::words::all;

/// 健康状况
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    Hash,
    Serialize,
    Deserialize,
    JsonSchema,
    EnumCount,
    VariantArray,
)]
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
    pub const ALL: [ChildHealth; ChildHealth::COUNT] = all(ChildHealth::VARIANTS);

    /// The word printed on papers.
    pub fn printed(self) -> &'static str {
        match self {
            ChildHealth::Healthy => "健康",
            ChildHealth::Ill => "患病",
            ChildHealth::Disabled => "残疾",
        }
    }
}
