//! 融合中断: integration that was broken off, why, and where the child went.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Integration that was broken off before its full days, or after them.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
pub struct BrokenIntegration {
    /// The first day of living together.
    pub started_on: NaiveDate,
    /// The day it was broken off.
    pub broken_off_on: NaiveDate,
    /// Why.
    pub reason: String,
    /// What kind of reason it was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cause: Option<BreakCause>,
    /// Where the child went.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub returned: Option<SafeReturn>,
}

/// Why integration was broken off.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum BreakCause {
    /// 被收养人本人不愿意
    ChildsOwnNo,
    /// 孩子受到侵害或者面临危险
    Danger,
    /// 申请人提出
    Applicants,
    /// 送养人提出
    Placer,
    /// 其他原因
    Other,
}

impl BreakCause {
    /// All causes.
    pub const ALL: [BreakCause; 5] = [
        BreakCause::ChildsOwnNo,
        BreakCause::Danger,
        BreakCause::Applicants,
        BreakCause::Placer,
        BreakCause::Other,
    ];

    /// What it is called.
    pub fn printed(self) -> &'static str {
        match self {
            BreakCause::ChildsOwnNo => "被收养人本人不愿意",
            BreakCause::Danger => "孩子受到侵害或者面临危险",
            BreakCause::Applicants => "申请人提出",
            BreakCause::Placer => "送养人提出",
            BreakCause::Other => "其他原因",
        }
    }
}

/// 安全返回: where the child went when integration was broken off.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SafeReturn {
    /// The day it was there.
    pub on: NaiveDate,
    /// Where: such as the ward of the institution.
    pub to: String,
    /// Who handed it over, and to whom.
    pub handed_over_by: String,
    /// How it was.
    pub condition: String,
}
