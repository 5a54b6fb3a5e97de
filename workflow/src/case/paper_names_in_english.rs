//! What each paper is called in English, for who reads no Chinese. On paper the Chinese name stands.

use super::papers::PaperKind;
use crate::base::message::Message;

impl PaperKind {
    /// The paper's name in both languages.
    pub fn named(self) -> Message {
        Message::new(self.printed(), self.english())
    }

    /// The name in English.
    pub fn english(self) -> &'static str {
        match self {
            PaperKind::HouseholdRegister => "household register",
            PaperKind::IdentityCard => "identity card",
            PaperKind::MaritalAndAbilityProof => "proof of marital status and ability",
            PaperKind::ChildrenStatement => "statement on children",
            PaperKind::HealthCertificate => "health certificate",
            PaperKind::BirthsCertificate => "certificate of births",
            PaperKind::JointPhoto => "photo of the adopters with the child",
            PaperKind::MarriageProof => "marriage certificate",
            PaperKind::PlacerPhoto => "photo of who places the child",
            PaperKind::ParentsDeathProof => "proof that the birth parents died",
            PaperKind::ParentsNotFoundCertificate => "certificate that no parents were found",
            PaperKind::GuardianshipProof => "proof of guardianship exercised",
            PaperKind::IncapacityAndHarmProof => "proof of the parents' incapacity and grave harm",
            PaperKind::SupportDutyConsent => "written consent of those with a duty of support",
            PaperKind::KinshipProof => "proof of kinship",
            PaperKind::HardshipStatement => "statement of special difficulties",
            PaperKind::HardshipEvidence => "evidence of special difficulties",
            PaperKind::SpouseDeathOrMissingProof => "proof that the spouse died or is missing",
            PaperKind::OtherParentConsent => "written consent of the other parent",
            PaperKind::PriorityDeclaration => "declaration on priority in raising the child",
            PaperKind::AdoptionAgreement => "adoption agreement",
            PaperKind::ServiceReceipt => "receipt of service",
            PaperKind::NoDonationDeclaration => "declaration that no gift was given",
            PaperKind::ResponsiblePersonIdentityCard => "identity card of the responsible person",
            PaperKind::EntryRecord => "original record of the child's entry",
            PaperKind::PoliceFindingCertificate => "police certificate of the finding",
            PaperKind::DisabilityCertificate => "disability certificate",
            PaperKind::ApplicationForm => "application form",
            PaperKind::NewspaperPage => "newspaper page with the public notice",
            PaperKind::ClaimPaper => "paper on a claim",
            PaperKind::AssessmentConsent => "consent to the assessment",
            PaperKind::AssessmentReport => "assessment report",
            PaperKind::IncidentPaper => "paper on an incident",
            PaperKind::InquiryRecord => "record of the inquiry",
            PaperKind::ConsentForm => "consent",
            PaperKind::GuidanceRecord => "record of family-education guidance",
            PaperKind::NotarialDeed => "notarial deed",
            PaperKind::SpouseMandate => "mandate between spouses",
            PaperKind::ApprovalForm => "review and approval form",
            PaperKind::CertificateReceipt => "signed receipt of the certificate",
            PaperKind::WithdrawalRecord => "record of the withdrawal",
            PaperKind::ChangeEvidence => "proof of a change",
            PaperKind::FollowUpRecord => "record of a visit",
            PaperKind::AdoptionCertificate => "adoption certificate",
            PaperKind::DissolutionProof => "proof of dissolution",
            PaperKind::DissolutionAgreement => "dissolution agreement",
            PaperKind::PartyPhoto => "single photo",
            PaperKind::ParentsFoundProof => "proof that the birth parents were found",
            PaperKind::FraudEvidence => "evidence of fraud",
            PaperKind::InvestigationRecord => "record of the investigation",
            PaperKind::CertificateAbsenceProof => "proof that the certificate cannot be taken in",
            PaperKind::PaperVolume => "paper volume of the original registration",
            PaperKind::EndPaper => "paper by which the adoption ended or was void",
            PaperKind::AdopterDeathProof => "proof of an adopter's death",
        }
    }
}
