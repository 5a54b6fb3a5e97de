//! The names of the clocks that run in a case.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use strum::{EnumCount, IntoStaticStr, VariantArray};

use super::message::Message;
use super::words::all;

/// What must be done, or has run, by a day.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    Hash,
    PartialOrd,
    Ord,
    Serialize,
    Deserialize,
    JsonSchema,
    EnumCount,
    IntoStaticStr,
    VariantArray,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum DeadlineKind {
    /// 审查期限三十日 (登记办法 art. 8(1))
    Review,
    /// 公告六十日 (登记办法 art. 8(2))
    Notice,
    /// 评估期限 (评估办法 art. 10)
    Assessment,
    /// 融合期 (评估办法 art. 8)
    Integration,
    /// 评估报告有效期 (office configuration)
    ReportValidity,
    /// 评估复核期限 (office configuration)
    AssessmentReview,
    /// 颁证, on the day of registration (规范 art. 19)
    Issue,
    /// 归档期限 (档案办法 art. 6)
    Archive,
    /// 回访
    FollowUp,
}

impl DeadlineKind {
    /// Every kind.
    pub const ALL: [DeadlineKind; DeadlineKind::COUNT] = all(DeadlineKind::VARIANTS);

    /// The waiting periods: when they have run, something becomes possible, and nothing is overdue.
    /// By the last day of every other clock somebody must have done something.
    pub const WAITING: [DeadlineKind; 2] = [DeadlineKind::Notice, DeadlineKind::Integration];

    /// Its name.
    pub fn printed(self) -> Message {
        match self {
            DeadlineKind::Review => Message::new("办理期限", "the time of review"),
            DeadlineKind::Notice => Message::new("公告期", "the public notice"),
            DeadlineKind::Assessment => Message::new("评估期限", "the time of assessment"),
            DeadlineKind::Integration => Message::new("融合期", "the integration"),
            DeadlineKind::ReportValidity => {
                Message::new("评估报告有效期", "the validity of the report")
            }
            DeadlineKind::AssessmentReview => {
                Message::new("评估复核期限", "the time of a review of the assessment")
            }
            DeadlineKind::Issue => Message::new("颁证期限", "the time of issue"),
            DeadlineKind::Archive => Message::new("归档期限", "the time of archiving"),
            DeadlineKind::FollowUp => Message::new("回访期限", "the time of the visit"),
        }
    }

    /// The word in JSON and in the database.
    pub fn word(self) -> &'static str {
        self.into()
    }
}
