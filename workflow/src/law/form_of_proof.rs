//! In which form a paper is shown: what is shown and given back, what the file keeps.

use schemars::JsonSchema;
use serde::Serialize;

use crate::base::message::Message;
use crate::case::PaperKind;

/// In which form a paper is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum FormOfProof {
    /// The original is shown and given back; the file keeps a copy.
    OriginalAndCopy,
    /// The original stays in the file.
    Original,
    /// It is written or filled in by who gives it, who signs it; the original stays in the file.
    SignedOriginal,
    /// Photos.
    Photo,
}

impl FormOfProof {
    /// The same in words.
    pub fn words(self) -> Message {
        match self {
            FormOfProof::OriginalAndCopy => Message::new(
                "原件和复印件；原件核对后退还",
                "the original and a copy; the original is given back",
            ),
            FormOfProof::Original => Message::new("原件一份", "one original"),
            FormOfProof::SignedOriginal => {
                Message::new("原件一份，本人签名", "one original, signed by who gives it")
            }
            FormOfProof::Photo => Message::new("近期2寸半身免冠照片", "recent two-inch photos"),
        }
    }
}

/// In which form a paper is shown. Cards, registers and certificates that somebody keeps on using are
/// copied (规范: 复印身份证件、户口簿、婚姻证明); what was made for the adoption stays.
pub fn form_of_proof(paper: PaperKind) -> FormOfProof {
    match paper {
        PaperKind::HouseholdRegister
        | PaperKind::IdentityCard
        | PaperKind::ResponsiblePersonIdentityCard
        | PaperKind::MarriageProof
        | PaperKind::EntryRecord
        | PaperKind::DisabilityCertificate
        | PaperKind::ParentsDeathProof
        | PaperKind::SpouseDeathOrMissingProof
        | PaperKind::AdopterDeathProof
        | PaperKind::ChangeEvidence
        | PaperKind::ClaimPaper
        | PaperKind::IncidentPaper
        | PaperKind::EndPaper
        | PaperKind::FraudEvidence
        | PaperKind::HardshipEvidence
        | PaperKind::PaperVolume => FormOfProof::OriginalAndCopy,
        PaperKind::JointPhoto | PaperKind::PlacerPhoto | PaperKind::PartyPhoto => {
            FormOfProof::Photo
        }
        PaperKind::ChildrenStatement
        | PaperKind::HardshipStatement
        | PaperKind::SupportDutyConsent
        | PaperKind::OtherParentConsent
        | PaperKind::PriorityDeclaration
        | PaperKind::AdoptionAgreement
        | PaperKind::DissolutionAgreement
        | PaperKind::ApplicationForm
        | PaperKind::AssessmentConsent
        | PaperKind::AssessmentReport
        | PaperKind::InquiryRecord
        | PaperKind::ConsentForm
        | PaperKind::GuidanceRecord
        | PaperKind::NoDonationDeclaration
        | PaperKind::SpouseMandate
        | PaperKind::ApprovalForm
        | PaperKind::CertificateReceipt
        | PaperKind::WithdrawalRecord
        | PaperKind::ServiceReceipt
        | PaperKind::FollowUpRecord
        | PaperKind::InvestigationRecord => FormOfProof::SignedOriginal,
        PaperKind::MaritalAndAbilityProof
        | PaperKind::HealthCertificate
        | PaperKind::BirthsCertificate
        | PaperKind::PoliceFindingCertificate
        | PaperKind::ParentsNotFoundCertificate
        | PaperKind::GuardianshipProof
        | PaperKind::IncapacityAndHarmProof
        | PaperKind::KinshipProof
        | PaperKind::NewspaperPage
        | PaperKind::NotarialDeed
        | PaperKind::AdoptionCertificate
        | PaperKind::DissolutionProof
        | PaperKind::ParentsFoundProof
        | PaperKind::CertificateAbsenceProof => FormOfProof::Original,
    }
}
