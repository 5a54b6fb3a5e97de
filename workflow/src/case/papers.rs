//! Papers that come in: which there are, the slot each fills, and what became of each scan.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use strum::{EnumCount, IntoStaticStr};

use super::people::Party;
use super::scan::Scan;
use crate::base::ids::UserId;

/// What a filed paper is.
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
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum PaperKind {
    /// 居民户口簿 (登记办法 6(1)(1))
    HouseholdRegister,
    /// 居民身份证 (登记办法 6(1)(1))
    IdentityCard,
    /// 婚姻状况和抚养教育被收养人的能力等情况的证明 (登记办法 6(1)(2))
    MaritalAndAbilityProof,
    /// 收养人的子女情况声明 (登记办法 6(1)(2))
    ChildrenStatement,
    /// 未患有在医学上认为不应当收养子女的疾病的身体健康检查证明 (登记办法 6(1)(3))
    HealthCertificate,
    /// 收养人生育情况证明 (登记办法 6(2))
    BirthsCertificate,
    /// 收养人与被收养人的合影照片 (规范 13)
    JointPhoto,
    /// 收养人与被收养人生父或者生母结婚的证明 (登记办法 6(3))
    MarriageProof,
    /// 送养人照片 (规范 13); an institution brings none
    PlacerPhoto,
    /// 机构负责人的身份证 (登记办法 7(1)(1))
    ResponsiblePersonIdentityCard,
    /// 弃婴、儿童进入社会福利机构的原始记录 (登记办法 7(2))
    EntryRecord,
    /// 公安机关出具的捡拾弃婴、儿童报案的证明 (登记办法 7(2))
    PoliceFindingCertificate,
    /// 孤儿的生父母死亡或者宣告死亡的证明 (登记办法 7(2), (3))
    ParentsDeathProof,
    /// 公安机关出具的查找不到生父母或者其他监护人的证明 (民发〔2015〕159号)
    ParentsNotFoundCertificate,
    /// 监护人实际承担监护责任的证明 (登记办法 7(3))
    GuardianshipProof,
    /// 生父母无完全民事行为能力并且对被收养人有严重危害的证明 (登记办法 7(3))
    IncapacityAndHarmProof,
    /// 其他有抚养义务的人同意送养的书面意见 (登记办法 7(1)(2))
    SupportDutyConsent,
    /// 亲属关系证明 (登记办法 7(4))
    KinshipProof,
    /// 有特殊困难的声明 (登记办法 7(4))
    HardshipStatement,
    /// Proof that serves to verify the statement of hardship (民发〔2014〕206号); never demanded
    HardshipEvidence,
    /// 配偶死亡或者下落不明的证明 (登记办法 7(4))
    SpouseDeathOrMissingProof,
    /// 生父母另一方同意送养的书面意见 (民法典 1103)
    OtherParentConsent,
    /// 不行使优先抚养权的声明 (民法典 1108); taken where it is brought, never demanded
    PriorityDeclaration,
    /// 残疾证明 (登记办法 7(5))
    DisabilityCertificate,
    /// 收养协议 (民法典 1105(3))
    AdoptionAgreement,
    /// 收养登记申请书, signed
    ApplicationForm,
    /// The newspaper page with the public notice
    NewspaperPage,
    /// A police or court paper on a claim
    ClaimPaper,
    /// 收养评估同意书, signed
    AssessmentConsent,
    /// 收养评估报告, signed by all assessors
    AssessmentReport,
    /// The police's receipt or the leader's paper that settles an incident
    IncidentPaper,
    /// 收养登记询问笔录, signed or fingerprinted
    InquiryRecord,
    /// 同意书, signed
    ConsentForm,
    /// 家庭教育指导记录, signed
    GuidanceRecord,
    /// 收养公证书 (民法典 1105(4))
    NotarialDeed,
    /// 夫妻一方的委托书 (登记办法 5(2))
    SpouseMandate,
    /// 收养登记审查处理表, signed
    ApprovalForm,
    /// The receipt column of the certificate, signed by each party (规范 19)
    CertificateReceipt,
    /// The signed record of a withdrawal
    WithdrawalRecord,
    /// 送达回证, signed
    ServiceReceipt,
    /// 无捐赠承诺声明书, signed; taken where it is signed, never demanded
    NoDonationDeclaration,
    /// Paper that shows a change of fact: a death, a divorce, a birth, a move
    ChangeEvidence,
    /// 回访记录, signed by the visitors
    FollowUpRecord,
    /// 收养登记证 (登记办法 10, 13)
    AdoptionCertificate,
    /// 解除收养关系证明, damaged, given back
    DissolutionProof,
    /// 解除收养关系的书面协议 (登记办法 10)
    DissolutionAgreement,
    /// 单人照片
    PartyPhoto,
    /// 公安机关查找到生父母的证明 (民发〔2015〕159号)
    ParentsFoundProof,
    /// 收养人死亡证明: of one of two adopters who takes no part in a dissolution any more, or of each who died
    AdopterDeathProof,
    /// 弄虚作假骗取收养登记的证据 (登记办法 13)
    FraudEvidence,
    /// 收养登记调查记录
    InvestigationRecord,
    /// 收养登记证无法收缴的证明 (档案办法 5)
    CertificateAbsenceProof,
    /// 原纸质案卷, of a late entry
    PaperVolume,
    /// A court's judgment in force (民法典 1113, 1114(2), 1115), or the 解除收养关系证明 of another office
    EndPaper,
}

impl PaperKind {
    /// Every kind, in the order of the archive volume.
    pub const ALL: [PaperKind; PaperKind::COUNT] = [
        PaperKind::ApprovalForm,
        PaperKind::CertificateReceipt,
        PaperKind::ApplicationForm,
        PaperKind::InquiryRecord,
        PaperKind::ConsentForm,
        PaperKind::HouseholdRegister,
        PaperKind::IdentityCard,
        PaperKind::MaritalAndAbilityProof,
        PaperKind::ChildrenStatement,
        PaperKind::HealthCertificate,
        PaperKind::BirthsCertificate,
        PaperKind::MarriageProof,
        PaperKind::JointPhoto,
        PaperKind::SpouseMandate,
        PaperKind::ResponsiblePersonIdentityCard,
        PaperKind::PlacerPhoto,
        PaperKind::GuardianshipProof,
        PaperKind::ParentsDeathProof,
        PaperKind::IncapacityAndHarmProof,
        PaperKind::SupportDutyConsent,
        PaperKind::KinshipProof,
        PaperKind::HardshipStatement,
        PaperKind::HardshipEvidence,
        PaperKind::SpouseDeathOrMissingProof,
        PaperKind::OtherParentConsent,
        PaperKind::PriorityDeclaration,
        PaperKind::EntryRecord,
        PaperKind::PoliceFindingCertificate,
        PaperKind::ParentsNotFoundCertificate,
        PaperKind::DisabilityCertificate,
        PaperKind::NewspaperPage,
        PaperKind::ClaimPaper,
        PaperKind::AssessmentConsent,
        PaperKind::AssessmentReport,
        PaperKind::IncidentPaper,
        PaperKind::GuidanceRecord,
        PaperKind::AdoptionAgreement,
        PaperKind::NotarialDeed,
        PaperKind::NoDonationDeclaration,
        PaperKind::ServiceReceipt,
        PaperKind::ChangeEvidence,
        PaperKind::WithdrawalRecord,
        PaperKind::AdoptionCertificate,
        PaperKind::DissolutionProof,
        PaperKind::DissolutionAgreement,
        PaperKind::PartyPhoto,
        PaperKind::ParentsFoundProof,
        PaperKind::AdopterDeathProof,
        PaperKind::FraudEvidence,
        PaperKind::InvestigationRecord,
        PaperKind::CertificateAbsenceProof,
        PaperKind::PaperVolume,
        PaperKind::EndPaper,
        PaperKind::FollowUpRecord,
    ];

    /// The word used in JSON and in addresses.
    pub fn word(self) -> &'static str {
        self.into()
    }
}

/// The place a paper fills in the file: what it is and whom it concerns.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
pub struct Slot {
    /// What the paper is.
    pub paper: PaperKind,
    /// Whom it concerns, where it concerns one party.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub party: Option<Party>,
}

impl Slot {
    /// The slot of a paper that concerns the whole case.
    pub fn of_case(paper: PaperKind) -> Slot {
        Slot { paper, party: None }
    }

    /// The slot of a paper that concerns one party.
    pub fn of(paper: PaperKind, party: Party) -> Slot {
        Slot { paper, party: Some(party) }
    }
}

/// How the registrar compared a paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ComparedWith {
    /// 与原件核对一致
    Original,
    /// 与加盖公章的复印件核对一致
    CertifiedCopy,
    /// 当面签名或者按指纹
    SignedBeforeMe,
}

/// What became of a filed paper.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum PaperState {
    /// Filed and not looked at yet.
    Filed,
    /// Found in order by the registrar.
    Verified {
        /// The day.
        on: NaiveDate,
        /// What it was compared with.
        compared_with: ComparedWith,
    },
    /// Found not in order.
    Rejected {
        /// The day.
        on: NaiveDate,
        /// Why.
        reason: String,
    },
    /// What it proved no longer stands: the act was done anew or a fact changed.
    Void,
}

/// A paper in the file.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
pub struct FiledPaper {
    /// Its number in the case, from 1.
    pub number: u32,
    /// The slot it fills.
    pub slot: Slot,
    /// The stored scan.
    pub scan: Scan,
    /// The day it was filed.
    pub filed_on: NaiveDate,
    /// What became of it.
    pub state: PaperState,
    /// Who compared it and found it in order.
    #[serde(skip)]
    pub verified_by: Option<UserId>,
}

impl FiledPaper {
    /// Whether it was found in order and still stands.
    pub fn is_verified(&self) -> bool {
        matches!(self.state, PaperState::Verified { .. })
    }
}
