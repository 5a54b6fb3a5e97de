//! What was asked, consented and explained: checks, inquiries, consents, guidance.

use chrono::{NaiveDate, NaiveTime};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::people::Party;

/// A condition that no party's paper shows and that is looked up with another authority.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum CheckKind {
    /// 违法犯罪记录 (民法典 1098(4)), with the police.
    CriminalRecord,
    /// 婚姻状况 (民法典 1101), with the marriage registry.
    MaritalStatus,
    /// 抚养状况: the child is alive and in the care of those who place it.
    CareOfChild,
    /// 失踪被拐儿童比对, with the police.
    MissingChildren,
    /// 特殊困难 (登记办法 7(4)): whether the parents' statement of hardship is true.
    Hardship,
    /// 优先抚养权 (民法典 1108): whether the dead spouse's parents claim to raise the child; adverse
    /// where they do.
    GrandparentsPriority,
    /// 生父母另一方情况 (民法典 1097): whether the other parent is unknown or missing as stated.
    OtherParent,
    /// 法制审核: whether a child under the state's guardianship may be placed (未成年人保护法 95).
    LegalReview,
    /// 有抚养义务的人 (民法典 1096): whether nobody owes the orphan support beside those named; adverse
    /// where somebody else does.
    SupportDuty,
    /// 是否同一儿童 (民法典 1093, 1111): whether the child is another than one of the same parents or placer
    /// who is called alike, as twins without names are; adverse where it is the same.
    AnotherChild,
}

impl CheckKind {
    /// Every check.
    pub const ALL: [CheckKind; 10] = [
        CheckKind::CriminalRecord,
        CheckKind::MaritalStatus,
        CheckKind::CareOfChild,
        CheckKind::MissingChildren,
        CheckKind::Hardship,
        CheckKind::GrandparentsPriority,
        CheckKind::OtherParent,
        CheckKind::LegalReview,
        CheckKind::SupportDuty,
        CheckKind::AnotherChild,
    ];

    /// The words printed on papers.
    pub fn printed(self) -> &'static str {
        match self {
            CheckKind::CriminalRecord => "违法犯罪记录核查",
            CheckKind::MaritalStatus => "婚姻状况核查",
            CheckKind::CareOfChild => "被收养人抚养状况核查",
            CheckKind::MissingChildren => "失踪被拐儿童信息比对",
            CheckKind::Hardship => "特殊困难情况核查",
            CheckKind::GrandparentsPriority => "优先抚养权征询",
            CheckKind::OtherParent => "生父母另一方情况核查",
            CheckKind::LegalReview => "法制审核",
            CheckKind::SupportDuty => "有抚养义务的人情况核查",
            CheckKind::AnotherChild => "是否同一儿童的核查",
        }
    }
}

/// What a check found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum CheckOutcome {
    /// 无不利情形, the facts of the case are as stated.
    Clear,
    /// 有不利情形, or the facts differ.
    Adverse,
}

/// A check made with its source, date and officer.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Check {
    /// What was checked.
    pub check: CheckKind,
    /// About whom.
    pub party: Party,
    /// The authority or register asked, with its reference.
    pub source: String,
    /// The day it was made.
    pub checked_on: NaiveDate,
    /// What it found.
    pub outcome: CheckOutcome,
}

/// How a person signs, and how the text came to their knowledge (规范 15).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum SigningManner {
    /// 本人阅读后签名
    ReadAndSigned,
    /// 向其宣读后签名
    ReadOutAndSigned,
    /// 向其宣读后按指纹
    ReadOutAndFingerprinted,
}

impl SigningManner {
    /// The words printed on papers.
    pub fn printed(self) -> &'static str {
        match self {
            SigningManner::ReadAndSigned => "本人阅读后签名",
            SigningManner::ReadOutAndSigned => "向本人宣读后签名",
            SigningManner::ReadOutAndFingerprinted => "向本人宣读后按指纹",
        }
    }
}

/// A question and its answer.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Answer {
    /// 问
    pub question: String,
    /// 答
    pub answer: String,
}

/// An adult who is with a child while it is asked.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Companion {
    /// 姓名
    pub name: String,
    /// What the adult is to the child.
    pub relation: String,
}

/// 询问: one person asked separately.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
pub struct Inquiry {
    /// Who was asked.
    pub party: Party,
    /// The day.
    pub on: NaiveDate,
    /// When it began.
    pub began_at: NaiveTime,
    /// When it ended.
    pub ended_at: NaiveTime,
    /// Where.
    pub place: String,
    /// 询问人
    pub inquirer: String,
    /// The adult with a child.
    pub companion: Option<Companion>,
    /// 记录人, another officer or the same.
    pub recorder: String,
    /// What was asked and answered.
    pub answers: Vec<Answer>,
    /// How the record came to their knowledge and was signed.
    pub signing: SigningManner,
}

/// 同意: a party's consent as it was taken; it stands once its signed paper is verified.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
pub struct Consent {
    /// Who consents.
    pub party: Party,
    /// The day.
    pub on: NaiveDate,
    /// How it was signed.
    pub signing: SigningManner,
}

/// 家庭教育指导 as it was given.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct GivenGuidance {
    /// Which adopter.
    pub party: Party,
    /// Who gave it.
    pub given_by: String,
    /// Where.
    pub place: String,
    /// How long it took, in minutes.
    pub minutes: u32,
    /// How.
    pub form: String,
    /// About what.
    pub topics: String,
    /// What the adopter said to it.
    pub response: String,
}

/// 家庭教育指导 (家庭教育促进法 art. 32).
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
pub struct Guidance {
    /// Which adopter.
    pub party: Party,
    /// The day.
    pub on: NaiveDate,
    /// Who gave it.
    pub given_by: String,
    /// Where it was given.
    pub place: String,
    /// How long it took.
    pub minutes: u32,
    /// How it was given: talk, film, reading.
    pub form: String,
    /// What it dealt with.
    pub topics: String,
    /// What the adopter said to it.
    pub response: String,
}

/// One inquiry.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Inquire {
    /// Who was asked.
    pub party: Party,
    /// When it began, legal time.
    pub began_at: NaiveTime,
    /// When it ended, the same day.
    pub ended_at: NaiveTime,
    /// Where.
    pub place: String,
    /// The adult with a child.
    #[serde(default)]
    pub companion: Option<Companion>,
    /// 记录人
    pub recorder: String,
    /// What was asked and answered.
    pub answers: Vec<Answer>,
    /// How the record came to the person's knowledge and is signed.
    pub signing: SigningManner,
}
