//! The papers the system prints, each made once after the event that calls for it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What a printed document is.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum DocumentKind {
    /// 收养登记申请书
    ApplicationForm,
    /// 收件回执, with the query code
    ApplicationReceipt,
    /// 受理通知书
    AcceptanceNotice,
    /// 寻找弃婴（儿童）生父母公告
    PublicNotice,
    /// 收养评估通知书
    AssessmentNotice,
    /// 收养评估同意书
    AssessmentConsent,
    /// 收养评估报告
    AssessmentReport,
    /// 收养登记询问笔录
    InquiryRecord,
    /// 同意书
    ConsentForm,
    /// 家庭教育指导记录
    GuidanceRecord,
    /// 收养登记审查处理表
    ApprovalForm,
    /// 收养登记证
    Certificate,
    /// 不予办理收养登记通知书
    RefusalNotice,
    /// 一次性补正告知书
    CorrectionNotice,
    /// 不予受理通知书
    NonAcceptanceNotice,
    /// 收养登记结果告知书
    ResultNotice,
    /// 送达回证
    ServiceReceipt,
    /// 撤回申请记录
    WithdrawalRecord,
    /// 委托书 of one spouse to the other
    Mandate,
    /// 无捐赠承诺声明书
    NoDonationDeclaration,
    /// 回访记录
    VisitRecord,
    /// 侵害未成年人情形报告
    HarmReport,
    /// 档案查阅登记单
    LendingSlip,
    /// 解除收养登记申请书
    DissolutionApplication,
    /// 解除收养登记审查处理表
    DissolutionApprovalForm,
    /// 解除收养关系证明
    DissolutionProof,
    /// 撤销收养登记申请书
    RevocationApplication,
    /// 撤销收养登记审查处理表
    RevocationApprovalForm,
    /// 撤销收养登记决定书
    RevocationDecision,
    /// 补领收养登记证（解除收养关系证明）申请书
    ReplacementApplication,
    /// 补领收养登记证（解除收养关系证明）审查处理表
    ReplacementApprovalForm,
    /// 出具收养关系证明申请书
    ProofApplication,
    /// 出具收养关系证明审查处理表
    ProofApprovalForm,
    /// 收养关系证明
    AdoptionProof,
    /// 收养登记补录审核表
    LateEntryForm,
    /// 收养协议
    AdoptionAgreement,
    /// 抚养义务人同意送养意见书
    SupportDutyConsent,
    /// 收养登记档案
    Dossier,
    /// In a practice office, a paper that a party would bring. No event calls for it.
    Specimen,
}

impl DocumentKind {
    /// Every kind.
    pub const ALL: [DocumentKind; 39] = [
        DocumentKind::ApplicationForm,
        DocumentKind::ApplicationReceipt,
        DocumentKind::AcceptanceNotice,
        DocumentKind::PublicNotice,
        DocumentKind::AssessmentNotice,
        DocumentKind::AssessmentConsent,
        DocumentKind::AssessmentReport,
        DocumentKind::InquiryRecord,
        DocumentKind::ConsentForm,
        DocumentKind::GuidanceRecord,
        DocumentKind::ApprovalForm,
        DocumentKind::Certificate,
        DocumentKind::RefusalNotice,
        DocumentKind::CorrectionNotice,
        DocumentKind::NonAcceptanceNotice,
        DocumentKind::ResultNotice,
        DocumentKind::ServiceReceipt,
        DocumentKind::WithdrawalRecord,
        DocumentKind::Mandate,
        DocumentKind::NoDonationDeclaration,
        DocumentKind::VisitRecord,
        DocumentKind::HarmReport,
        DocumentKind::LendingSlip,
        DocumentKind::DissolutionApplication,
        DocumentKind::DissolutionApprovalForm,
        DocumentKind::DissolutionProof,
        DocumentKind::RevocationApplication,
        DocumentKind::RevocationApprovalForm,
        DocumentKind::RevocationDecision,
        DocumentKind::ReplacementApplication,
        DocumentKind::ReplacementApprovalForm,
        DocumentKind::ProofApplication,
        DocumentKind::ProofApprovalForm,
        DocumentKind::AdoptionProof,
        DocumentKind::LateEntryForm,
        DocumentKind::AdoptionAgreement,
        DocumentKind::SupportDutyConsent,
        DocumentKind::Dossier,
        DocumentKind::Specimen,
    ];

    /// The word used in JSON, in file names and in the database.
    pub fn word(self) -> &'static str {
        match self {
            DocumentKind::ApplicationForm => "application_form",
            DocumentKind::ApplicationReceipt => "application_receipt",
            DocumentKind::AcceptanceNotice => "acceptance_notice",
            DocumentKind::PublicNotice => "public_notice",
            DocumentKind::AssessmentNotice => "assessment_notice",
            DocumentKind::AssessmentConsent => "assessment_consent",
            DocumentKind::AssessmentReport => "assessment_report",
            DocumentKind::InquiryRecord => "inquiry_record",
            DocumentKind::ConsentForm => "consent_form",
            DocumentKind::GuidanceRecord => "guidance_record",
            DocumentKind::ApprovalForm => "approval_form",
            DocumentKind::Certificate => "certificate",
            DocumentKind::RefusalNotice => "refusal_notice",
            DocumentKind::CorrectionNotice => "correction_notice",
            DocumentKind::NonAcceptanceNotice => "non_acceptance_notice",
            DocumentKind::ResultNotice => "result_notice",
            DocumentKind::ServiceReceipt => "service_receipt",
            DocumentKind::WithdrawalRecord => "withdrawal_record",
            DocumentKind::Mandate => "mandate",
            DocumentKind::NoDonationDeclaration => "no_donation_declaration",
            DocumentKind::VisitRecord => "visit_record",
            DocumentKind::HarmReport => "harm_report",
            DocumentKind::LendingSlip => "lending_slip",
            DocumentKind::DissolutionApplication => "dissolution_application",
            DocumentKind::DissolutionApprovalForm => "dissolution_approval_form",
            DocumentKind::DissolutionProof => "dissolution_proof",
            DocumentKind::RevocationApplication => "revocation_application",
            DocumentKind::RevocationApprovalForm => "revocation_approval_form",
            DocumentKind::RevocationDecision => "revocation_decision",
            DocumentKind::ReplacementApplication => "replacement_application",
            DocumentKind::ReplacementApprovalForm => "replacement_approval_form",
            DocumentKind::ProofApplication => "proof_application",
            DocumentKind::ProofApprovalForm => "proof_approval_form",
            DocumentKind::AdoptionProof => "adoption_proof",
            DocumentKind::LateEntryForm => "late_entry_form",
            DocumentKind::AdoptionAgreement => "adoption_agreement",
            DocumentKind::SupportDutyConsent => "support_duty_consent",
            DocumentKind::Dossier => "dossier",
            DocumentKind::Specimen => "specimen",
        }
    }

    /// The kind a word names, if any.
    pub fn from_word(word: &str) -> Option<DocumentKind> {
        DocumentKind::ALL.into_iter().find(|kind| kind.word() == word)
    }

    /// The document's title.
    pub fn printed(self) -> &'static str {
        match self {
            DocumentKind::ApplicationForm => "收养登记申请书",
            DocumentKind::ApplicationReceipt => "收件回执",
            DocumentKind::AcceptanceNotice => "收养登记受理通知书",
            DocumentKind::PublicNotice => "寻找弃婴（儿童）生父母公告",
            DocumentKind::AssessmentNotice => "收养评估通知书",
            DocumentKind::AssessmentConsent => "收养评估同意书",
            DocumentKind::AssessmentReport => "收养评估报告",
            DocumentKind::InquiryRecord => "收养登记询问笔录",
            DocumentKind::ConsentForm => "同意书",
            DocumentKind::GuidanceRecord => "家庭教育指导记录",
            DocumentKind::ApprovalForm => "收养登记审查处理表",
            DocumentKind::Certificate => "收养登记证",
            DocumentKind::RefusalNotice => "不予办理收养登记通知书",
            DocumentKind::CorrectionNotice => "一次性补正告知书",
            DocumentKind::NonAcceptanceNotice => "不予受理通知书",
            DocumentKind::ResultNotice => "收养登记结果告知书",
            DocumentKind::ServiceReceipt => "送达回证",
            DocumentKind::WithdrawalRecord => "撤回申请记录",
            DocumentKind::Mandate => "委托书",
            DocumentKind::NoDonationDeclaration => "无捐赠承诺声明书",
            DocumentKind::VisitRecord => "回访记录",
            DocumentKind::HarmReport => "侵害未成年人情形报告",
            DocumentKind::LendingSlip => "档案查阅登记单",
            DocumentKind::DissolutionApplication => "解除收养登记申请书",
            DocumentKind::DissolutionApprovalForm => "解除收养登记审查处理表",
            DocumentKind::DissolutionProof => "解除收养关系证明",
            DocumentKind::RevocationApplication => "撤销收养登记申请书",
            DocumentKind::RevocationApprovalForm => "撤销收养登记审查处理表",
            DocumentKind::RevocationDecision => "撤销收养登记决定书",
            DocumentKind::ReplacementApplication => "补领收养登记证（解除收养关系证明）申请书",
            DocumentKind::ReplacementApprovalForm => "补领收养登记证（解除收养关系证明）审查处理表",
            DocumentKind::ProofApplication => "出具收养关系证明申请书",
            DocumentKind::ProofApprovalForm => "出具收养关系证明审查处理表",
            DocumentKind::AdoptionProof => "收养关系证明",
            DocumentKind::LateEntryForm => "收养登记补录审核表",
            DocumentKind::AdoptionAgreement => "收养协议",
            DocumentKind::SupportDutyConsent => "抚养义务人同意送养意见书",
            DocumentKind::Dossier => "收养登记档案",
            DocumentKind::Specimen => "样张材料",
        }
    }
}
