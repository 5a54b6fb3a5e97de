//! What only the procedures after a registration have: dissolution, revocation, replacement, proof,
//! and the late entry of a registration made on paper.

use super::aftermath::{ReplacedPaper, Standing};
use super::present::PresentGuardian;
use super::procedure::Procedure;
use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::actor::Actor;
use super::application::Application;
use super::decision::Attendance;
use super::people::Party;
use crate::base::ids::CaseId;
use crate::identity::Division;

/// The adoption a later procedure is about, as it was registered.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
pub struct AdoptionReference {
    /// The adoption's own case; absent in a late entry, which is that case itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub case: Option<CaseId>,
    /// 收养登记证字号
    pub certificate_number: String,
    /// 收养登记日期
    pub registered_on: NaiveDate,
    /// 原收养登记机关
    pub registered_by: String,
    /// How it stood when the procedure began, where it no longer stood.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub standing: Option<Standing>,
}

/// On what footing the parties dissolve.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum DissolutionBasis {
    /// 协议解除 (民法典 arts. 1114(1), 1115).
    Agreement,
    /// 打拐解救儿童的生父母已经查找到 (民发〔2015〕159号): adopters and institution dissolve together.
    ParentsFound,
    /// 不能达成协议: the way is to the people's court (民法典 arts. 1114(2), 1115).
    Dispute,
}

/// Who set a revocation going.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "initiated_by", rename_all = "snake_case", deny_unknown_fields)]
pub enum Initiator {
    /// 利害关系人申请
    InterestedPerson {
        /// 姓名或者名称
        name: String,
        /// 与收养关系当事人的关系
        relation: String,
    },
    /// 登记机关依职权
    OwnMotion,
}

/// Why a certificate is replaced.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ReplacementCause {
    /// 遗失
    Lost,
    /// 损毁: what is left of it is taken in.
    Damaged,
}

/// Why one of two adoptive parents applies without the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum AbsentSpouse {
    /// 书面委托
    Mandated,
    /// 死亡
    Dead,
    /// 离婚
    Divorced,
}

/// What is asked for, by procedure.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "procedure", rename_all = "snake_case")]
pub enum LaterRequest {
    /// 解除
    Dissolution {
        /// On what footing.
        basis: DissolutionBasis,
        /// Whether the adoptee was an adult on the day of the application.
        adult: bool,
        /// The one of two adopters who has died, where one has.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        deceased: Option<Party>,
    },
    /// 撤销
    Revocation {
        /// Who set it going.
        initiator: Initiator,
    },
    /// 补领
    Replacement {
        /// Which paper.
        paper: ReplacedPaper,
        /// Why.
        cause: ReplacementCause,
        /// Who applies, in person.
        applicants: Vec<Party>,
        /// Why one spouse applies alone, where one does.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        absent_spouse: Option<AbsentSpouse>,
        /// The guardian who applies for a minor adoptee, where one does.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        guardian: Option<PresentGuardian>,
    },
    /// 出具证明
    Proof {
        /// Who applies, in person.
        applicant: Party,
        /// 用途
        purpose: String,
        /// The guardian who applies for a minor adoptee, where one does.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        guardian: Option<PresentGuardian>,
    },
    /// 补录
    LateEntry {
        /// 原收养登记证印制号, where the paper shows one.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        blank_serial: Option<String>,
        /// 原档号
        volume_number: String,
    },
}

impl LaterRequest {
    /// Which procedure it is.
    pub fn procedure(&self) -> Procedure {
        match self {
            LaterRequest::Dissolution { .. } => Procedure::Dissolution,
            LaterRequest::Revocation { .. } => Procedure::Revocation,
            LaterRequest::Replacement { .. } => Procedure::Replacement,
            LaterRequest::Proof { .. } => Procedure::Proof,
            LaterRequest::LateEntry { .. } => Procedure::LateEntry,
        }
    }

    /// Which paper is to be replaced, where one is.
    pub fn replaced_paper(&self) -> Option<ReplacedPaper> {
        match self {
            LaterRequest::Replacement { paper, .. } => Some(*paper),
            _ => None,
        }
    }

    /// The guardian who applies for a minor adoptee.
    pub fn guardian(&self) -> Option<&PresentGuardian> {
        match self {
            LaterRequest::Replacement { guardian, .. } | LaterRequest::Proof { guardian, .. } => {
                guardian.as_ref()
            }
            LaterRequest::Dissolution { .. }
            | LaterRequest::Revocation { .. }
            | LaterRequest::LateEntry { .. } => None,
        }
    }

    /// The name of the interested person who applied for a revocation.
    pub fn interested_person(&self) -> Option<&str> {
        match self {
            LaterRequest::Revocation { initiator: Initiator::InterestedPerson { name, .. } } => {
                Some(name)
            }
            _ => None,
        }
    }
}

/// The opening of a later procedure: the adoption, what is asked, and the persons as of today.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct LaterApplication {
    /// Which adoption.
    pub adoption: AdoptionReference,
    /// What is asked for.
    pub request: LaterRequest,
    /// The county of the adoptee's registered residence, where it was given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub adoptee_division: Option<Division>,
    /// The persons, copied from the adoption's case or entered from the paper volume.
    pub application: Application,
}

/// What became of a certificate that is to be taken in.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "state", rename_all = "snake_case", deny_unknown_fields)]
pub enum TakenIn {
    /// 已收回
    GivenIn,
    /// 未能收回
    NotTakenIn {
        /// Why not.
        reason: String,
    },
}

/// 张贴: the decision on the notice board.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
pub struct Posting {
    /// The day, which is not counted.
    pub on: NaiveDate,
    /// The last of its full days.
    pub last_day: NaiveDate,
}

/// How a later procedure was concluded.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
pub struct Outcome {
    /// The day.
    pub on: NaiveDate,
    /// Who.
    pub by: Actor,
    /// The number of what was given out; a late entry has none.
    pub number: Option<String>,
    /// 印制号 of the blank that was used.
    pub blank_serial: Option<String>,
    /// Who came, with what they showed.
    pub attendance: Vec<Attendance>,
    /// 认定的事实, of a revocation.
    pub findings: Option<String>,
    /// How the adoption stood that day, of a proof.
    pub standing: Option<Standing>,
}

/// What only a later procedure has.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
pub struct Later {
    /// Which adoption.
    pub adoption: AdoptionReference,
    /// What is asked for.
    pub request: LaterRequest,
    /// The county of the adoptee's registered residence.
    pub adoptee_division: Option<Division>,
    /// What became of the certificate.
    pub taken_in: Option<TakenIn>,
    /// The decision on the notice board.
    pub posting: Option<Posting>,
    /// How it was concluded.
    pub outcome: Option<Outcome>,
}
