//! Proposal, approval, registration, issue, archive, follow-up, and the other endings.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::actor::Actor;
use super::hearing::Check;
use super::people::Party;

/// 报批: the registrar's proposal on the 收养登记审查处理表.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
pub struct Proposal {
    /// The day.
    pub on: NaiveDate,
    /// The registrar.
    pub by: Actor,
    /// 审查意见
    pub opinion: String,
}

/// Why the leader goes on over a negative report, for one condition of 民法典 art. 1098.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ConditionReason {
    /// The condition: `CC-1098.2` to `CC-1098.5`.
    pub condition: String,
    /// Why it is met all the same.
    pub reason: String,
}

/// 批准 by the bureau's main or responsible leader.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
pub struct Approval {
    /// The day.
    pub on: NaiveDate,
    /// The leader.
    pub by: Actor,
    /// 审批意见
    pub opinion: String,
    /// Reasons over a negative report.
    pub reasons_over_report: Vec<ConditionReason>,
    /// The version of the case it binds to.
    pub version: u32,
}

/// The document a party showed in person (居民身份证法 art. 14).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ShownDocument {
    /// 居民身份证
    IdentityCard,
    /// 临时居民身份证
    TemporaryIdentityCard,
    /// 居民户口簿, for a child without a card
    HouseholdRegister,
    /// 出生医学证明, for a child who is in no household register yet.
    BirthCertificate,
    /// 入院原始记录, for a child without a number
    EntryRecord,
    /// 捡拾报案证明, for a foundling without a number whom no institution raises
    FindingCertificate,
}

impl ShownDocument {
    /// Every document, the usual first.
    pub const ALL: [ShownDocument; 6] = [
        ShownDocument::IdentityCard,
        ShownDocument::TemporaryIdentityCard,
        ShownDocument::HouseholdRegister,
        ShownDocument::BirthCertificate,
        ShownDocument::EntryRecord,
        ShownDocument::FindingCertificate,
    ];

    /// Whether the number on it is an identity number.
    pub fn bears_a_resident_number(self) -> bool {
        matches!(
            self,
            ShownDocument::IdentityCard
                | ShownDocument::TemporaryIdentityCard
                | ShownDocument::HouseholdRegister
        )
    }
}

/// How a party takes part in the registration (登记办法 art. 5).
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "manner", rename_all = "snake_case", deny_unknown_fields)]
pub enum Attendance {
    /// 亲自到场, with the document shown and its number as read from it.
    InPerson {
        /// Which party.
        party: Party,
        /// What was shown.
        shown: ShownDocument,
        /// The number on it.
        number: String,
    },
    /// Represented by the spouse with a written mandate (登记办法 art. 5(2)).
    RepresentedBySpouse {
        /// Which adopter.
        party: Party,
    },
}

impl Attendance {
    /// The party it is about.
    pub fn party(&self) -> Party {
        match self {
            Attendance::InPerson { party, .. } | Attendance::RepresentedBySpouse { party } => {
                *party
            }
        }
    }
}

/// 登记: the relationship forms this day (民法典 art. 1105(1)).
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
pub struct Registration {
    /// The day.
    pub on: NaiveDate,
    /// The registrar.
    pub by: Actor,
    /// 收养登记证字号
    pub certificate_number: String,
    /// 收养登记证印制号, the serial of the blank.
    pub blank_serial: String,
    /// Who came, with what they showed.
    pub attendance: Vec<Attendance>,
    /// What was confirmed that day, with source and officer.
    pub confirmations: Vec<Check>,
}

/// 颁证
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
pub struct Issue {
    /// The day.
    pub on: NaiveDate,
    /// Who issued it.
    pub by: Actor,
    /// Why it was not issued on the day of registration, where it was not.
    pub late_reason: Option<String>,
}

/// One paper or document of the volume, as it was frozen.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
pub struct ManifestEntry {
    /// Its place in the volume, from 1.
    pub place: u32,
    /// What it is.
    pub title: String,
    /// SHA-256 of its bytes.
    pub digest: String,
    /// Number of pages.
    pub pages: u32,
}

/// 归档: one case, one volume.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
pub struct Archive {
    /// The day.
    pub on: NaiveDate,
    /// The archivist.
    pub by: Actor,
    /// 档号
    pub volume_number: String,
    /// The contents, in order, with their digests.
    pub manifest: Vec<ManifestEntry>,
}

/// How worried the visitors are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Concern {
    /// 正常
    Green,
    /// 需要关注
    Yellow,
    /// 发现侵害或者疑似侵害: must be reported at once.
    Red,
}

/// A mandatory report of harm (未成年人保护法 art. 11).
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct HarmReport {
    /// To whom: the police, the civil affairs or the education department.
    pub recipient: String,
    /// When, on the wall clock: `2026-03-02 15:40`.
    pub reported_at: String,
    /// The number the recipient gave.
    pub number: String,
}

/// A visit after the adoption, as it was made.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
pub struct VisitMade {
    /// The day.
    pub on: NaiveDate,
    /// The visitors, two.
    pub visitors: Vec<String>,
    /// What was seen and heard.
    pub findings: String,
    /// How worried they are.
    pub concern: Concern,
    /// The report of harm, which a red visit needs.
    pub harm_report: Option<HarmReport>,
}

/// A reason for not registering, with its article (登记办法 art. 8(1)).
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RefusalReason {
    /// The rule not met, such as `CC-1098.4`.
    pub rule: String,
    /// In what it is not met.
    pub explanation: String,
}

/// 不予受理, as it was decided.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
pub struct NotAccepted {
    /// The reasons with their articles.
    pub reasons: Vec<RefusalReason>,
    /// Numbers of the papers returned to the parties.
    pub papers_returned: Vec<u32>,
    /// Numbers of the false proofs confiscated (登记办法 art. 12).
    pub papers_confiscated: Vec<u32>,
}

/// How a case ended without registration.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Ending {
    /// 不予登记
    Refused {
        /// The day.
        on: NaiveDate,
        /// The leader.
        by: Actor,
        /// The reasons with their articles.
        reasons: Vec<RefusalReason>,
        /// Numbers of the papers returned to the parties.
        papers_returned: Vec<u32>,
        /// Numbers of the false proofs confiscated (登记办法 art. 12).
        papers_confiscated: Vec<u32>,
    },
    /// 不予受理
    NotAccepted {
        /// The day.
        on: NaiveDate,
        /// The registrar.
        by: Actor,
        /// The reasons, and what becomes of the papers.
        decision: NotAccepted,
    },
    /// 撤回申请
    Withdrawn {
        /// The day.
        on: NaiveDate,
        /// Which party withdrew.
        party: Party,
        /// Why, in their words.
        reason: String,
    },
}

impl Ending {
    /// The day.
    pub fn on(&self) -> NaiveDate {
        match self {
            Ending::NotAccepted { on, .. }
            | Ending::Refused { on, .. }
            | Ending::Withdrawn { on, .. } => *on,
        }
    }
}
