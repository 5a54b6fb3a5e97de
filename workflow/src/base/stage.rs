//! Where a case stands.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use strum::{EnumCount, IntoStaticStr, VariantArray};

use super::words::all;

/// The order of work is 申请, 受理, 审查, 报批, 登记, 颁证 (规范 art. 11), then archive and follow-up.
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
pub enum Stage {
    /// 申请: papers are being brought.
    Applied,
    /// 受理、审查: notice, assessment, inquiries, consents and guidance, in any order.
    Accepted,
    /// 报批: waiting for the leader.
    Proposed,
    /// 批准: the parties may come to register.
    Approved,
    /// 登记: the relationship has formed; the certificate is to be handed over.
    Registered,
    /// 颁证: the certificate has been handed over; the file is to be archived.
    Issued,
    /// 归档: the volume is closed; visits go on.
    Archived,
    /// 办结: the last visit has been made.
    Closed,
    /// 不予受理: the application was never accepted.
    NotAccepted,
    /// 不予登记
    Refused,
    /// 撤回申请
    Withdrawn,
}

impl Stage {
    /// Every stage, in order.
    pub const ALL: [Stage; Stage::COUNT] = all(Stage::VARIANTS);

    /// The word used in JSON and in the ledger.
    pub fn word(self) -> &'static str {
        self.into()
    }

    /// Whether the adoption is still being decided.
    pub fn is_before_registration(self) -> bool {
        self <= Stage::Approved
    }

    /// Whether an adoption formed and stands, or may still form: what SEQ-16 counts.
    pub fn is_open_or_standing(self) -> bool {
        !matches!(self, Stage::NotAccepted | Stage::Refused | Stage::Withdrawn)
    }
}
