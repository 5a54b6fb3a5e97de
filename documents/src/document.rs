//! All kinds of paper behind one name.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use workflow::document::DocumentKind;

use crate::attachment::Attachment;
use crate::kinds::{
    AcceptanceNotice, AdoptionAgreement, AdoptionProof, ApplicationForm, ApplicationReceipt,
    ApprovalForm, AssessmentConsent, AssessmentNotice, AssessmentReport, Certificate, ConsentForm,
    Copies, CorrectionNotice, DissolutionApplication, DissolutionProof, Dossier, GuidanceRecord,
    HarmReport, InquiryRecord, LateEntryForm, LaterApprovalForm, LendingSlip, Mandate,
    NoDonationDeclaration, PublicNotice, RefusalNotice, Request, ResultNotice,
    RevocationApplication, RevocationDecisions, ServiceReceipt, Specimen, SupportDutyConsent,
    VisitRecord, WithdrawalRecord,
};

/// A paper that can be printed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "data", rename_all = "snake_case")]
pub enum Document {
    /// 收养登记申请书.
    ApplicationForm(Copies<ApplicationForm>),
    /// 收件回执.
    ApplicationReceipt(ApplicationReceipt),
    /// 受理通知书.
    AcceptanceNotice(Copies<AcceptanceNotice>),
    /// 寻找弃婴（儿童）生父母公告.
    PublicNotice(PublicNotice),
    /// 收养评估通知书.
    AssessmentNotice(AssessmentNotice),
    /// 收养评估同意书.
    AssessmentConsent(AssessmentConsent),
    /// 收养登记询问笔录.
    InquiryRecord(InquiryRecord),
    /// 同意书.
    ConsentForm(ConsentForm),
    /// 家庭教育指导记录.
    GuidanceRecord(GuidanceRecord),
    /// 收养评估报告.
    AssessmentReport(AssessmentReport),
    /// 收养登记审查处理表.
    ApprovalForm(ApprovalForm),
    /// 收养登记证.
    Certificate(Certificate),
    /// 不予办理收养登记通知书.
    RefusalNotice(Copies<RefusalNotice>),
    /// 一次性补正告知书.
    CorrectionNotice(Copies<CorrectionNotice>),
    /// 不予受理通知书.
    NonAcceptanceNotice(Copies<RefusalNotice>),
    /// 收养登记结果告知书.
    ResultNotice(ResultNotice),
    /// 送达回证.
    ServiceReceipt(ServiceReceipt),
    /// 撤回申请记录.
    WithdrawalRecord(WithdrawalRecord),
    /// 委托书 of one spouse to the other.
    Mandate(Mandate),
    /// 无捐赠承诺声明书.
    NoDonationDeclaration(NoDonationDeclaration),
    /// 回访记录.
    VisitRecord(VisitRecord),
    /// 侵害未成年人情形报告.
    HarmReport(HarmReport),
    /// 档案查阅登记单.
    LendingSlip(LendingSlip),
    /// 解除收养登记申请书.
    DissolutionApplication(Copies<DissolutionApplication>),
    /// 解除收养登记审查处理表.
    DissolutionApprovalForm(LaterApprovalForm),
    /// 解除收养关系证明.
    DissolutionProof(Copies<DissolutionProof>),
    /// 撤销收养登记申请书.
    RevocationApplication(RevocationApplication),
    /// 撤销收养登记审查处理表.
    RevocationApprovalForm(LaterApprovalForm),
    /// 关于撤销×××与×××收养登记的决定书.
    RevocationDecision(RevocationDecisions),
    /// 补领收养登记证（解除收养关系证明）申请书.
    ReplacementApplication(Request),
    /// 补领收养登记证（解除收养关系证明）审查处理表.
    ReplacementApprovalForm(LaterApprovalForm),
    /// 出具收养关系证明申请书.
    ProofApplication(Request),
    /// 出具收养关系证明审查处理表.
    ProofApprovalForm(LaterApprovalForm),
    /// 收养关系证明.
    AdoptionProof(AdoptionProof),
    /// 收养登记补录审核表.
    LateEntryForm(LateEntryForm),
    /// 收养协议.
    AdoptionAgreement(Copies<AdoptionAgreement>),
    /// 抚养义务人同意送养意见书.
    SupportDutyConsent(SupportDutyConsent),
    /// 收养登记档案卷.
    Dossier(Dossier),
    /// A paper that a party of a practice case would bring.
    Specimen(Specimen),
}

impl Document {
    /// What kind of paper it is.
    pub fn kind(&self) -> DocumentKind {
        match self {
            Self::ApplicationForm(_) => DocumentKind::ApplicationForm,
            Self::ApplicationReceipt(_) => DocumentKind::ApplicationReceipt,
            Self::AcceptanceNotice(_) => DocumentKind::AcceptanceNotice,
            Self::PublicNotice(_) => DocumentKind::PublicNotice,
            Self::AssessmentNotice(_) => DocumentKind::AssessmentNotice,
            Self::AssessmentConsent(_) => DocumentKind::AssessmentConsent,
            Self::InquiryRecord(_) => DocumentKind::InquiryRecord,
            Self::ConsentForm(_) => DocumentKind::ConsentForm,
            Self::GuidanceRecord(_) => DocumentKind::GuidanceRecord,
            Self::AssessmentReport(_) => DocumentKind::AssessmentReport,
            Self::ApprovalForm(_) => DocumentKind::ApprovalForm,
            Self::Certificate(_) => DocumentKind::Certificate,
            Self::RefusalNotice(_) => DocumentKind::RefusalNotice,
            Self::CorrectionNotice(_) => DocumentKind::CorrectionNotice,
            Self::NonAcceptanceNotice(_) => DocumentKind::NonAcceptanceNotice,
            Self::ResultNotice(_) => DocumentKind::ResultNotice,
            Self::ServiceReceipt(_) => DocumentKind::ServiceReceipt,
            Self::WithdrawalRecord(_) => DocumentKind::WithdrawalRecord,
            Self::Mandate(_) => DocumentKind::Mandate,
            Self::NoDonationDeclaration(_) => DocumentKind::NoDonationDeclaration,
            Self::VisitRecord(_) => DocumentKind::VisitRecord,
            Self::HarmReport(_) => DocumentKind::HarmReport,
            Self::LendingSlip(_) => DocumentKind::LendingSlip,
            Self::DissolutionApplication(_) => DocumentKind::DissolutionApplication,
            Self::DissolutionApprovalForm(_) => DocumentKind::DissolutionApprovalForm,
            Self::DissolutionProof(_) => DocumentKind::DissolutionProof,
            Self::RevocationApplication(_) => DocumentKind::RevocationApplication,
            Self::RevocationApprovalForm(_) => DocumentKind::RevocationApprovalForm,
            Self::RevocationDecision(_) => DocumentKind::RevocationDecision,
            Self::ReplacementApplication(_) => DocumentKind::ReplacementApplication,
            Self::ReplacementApprovalForm(_) => DocumentKind::ReplacementApprovalForm,
            Self::ProofApplication(_) => DocumentKind::ProofApplication,
            Self::ProofApprovalForm(_) => DocumentKind::ProofApprovalForm,
            Self::AdoptionProof(_) => DocumentKind::AdoptionProof,
            Self::LateEntryForm(_) => DocumentKind::LateEntryForm,
            Self::AdoptionAgreement(_) => DocumentKind::AdoptionAgreement,
            Self::SupportDutyConsent(_) => DocumentKind::SupportDutyConsent,
            Self::Dossier(_) => DocumentKind::Dossier,
            Self::Specimen(_) => DocumentKind::Specimen,
        }
    }

    /// The day the paper bears.
    pub fn dated(&self) -> NaiveDate {
        match self {
            Self::ApplicationForm(forms) => forms.copy.applied_on,
            Self::ApplicationReceipt(receipt) => receipt.received_on,
            Self::AcceptanceNotice(notices) => notices.copy.accepted_on,
            Self::PublicNotice(notice) => notice.drawn_up_on,
            Self::AssessmentNotice(notice) => notice.issued_on,
            Self::AssessmentConsent(consent) => consent.notified_on,
            Self::InquiryRecord(record) => record.began_at.date(),
            Self::ConsentForm(form) => form.drawn_up_on,
            Self::GuidanceRecord(record) => record.given_on,
            Self::AssessmentReport(report) => report.reported_on,
            Self::ApprovalForm(form) => form.drawn_up_on,
            Self::Certificate(certificate) => {
                certificate.reissue.as_ref().map_or(certificate.registered_on, |copy| copy.on)
            }
            Self::RefusalNotice(notices) => notices.copy.decided_on,
            Self::CorrectionNotice(notices) => notices.copy.told_on,
            Self::NonAcceptanceNotice(notices) => notices.copy.decided_on,
            Self::ResultNotice(notice) => notice.registered_on,
            Self::ServiceReceipt(receipt) => receipt.drawn_up_on,
            Self::WithdrawalRecord(record) => record.withdrawn_on,
            Self::Mandate(mandate) => mandate.drawn_up_on,
            Self::NoDonationDeclaration(declaration) => declaration.drawn_up_on,
            Self::VisitRecord(record) => record.visited_on,
            Self::HarmReport(report) => report.found_on,
            Self::LendingSlip(slip) => slip.lent_on,
            Self::DissolutionApplication(forms) => forms.copy.applied_on,
            Self::DissolutionApprovalForm(form) => form.drawn_up_on,
            Self::DissolutionProof(proofs) => {
                let proof = &proofs.copy;
                proof.reissue.as_ref().map_or(proof.dissolved_on, |copy| copy.on)
            }
            Self::RevocationApplication(form) => form.applied_on,
            Self::RevocationApprovalForm(form) => form.drawn_up_on,
            Self::RevocationDecision(decisions) => decisions.served.copy.decided_on,
            Self::ReplacementApplication(form) => form.applied_on,
            Self::ReplacementApprovalForm(form) => form.drawn_up_on,
            Self::ProofApplication(form) => form.applied_on,
            Self::ProofApprovalForm(form) => form.drawn_up_on,
            Self::AdoptionProof(proof) => proof.issued_on,
            Self::LateEntryForm(form) => form.drawn_up_on,
            Self::AdoptionAgreement(agreement) => agreement.copy.drawn_up_on,
            Self::SupportDutyConsent(consent) => consent.drawn_up_on,
            Self::Dossier(dossier) => dossier.closed_on,
            Self::Specimen(specimen) => specimen.on,
        }
    }

    /// The files shown in the paper, in order.
    pub fn attachments(&self) -> Vec<&Attachment> {
        match self {
            Self::PublicNotice(notice) => notice.photo.iter().collect(),
            Self::Certificate(certificate) => certificate.joint_photo.iter().collect(),
            Self::Dossier(dossier) => dossier.items.iter().flat_map(|item| &item.sheets).collect(),
            _ => Vec::new(),
        }
    }

    /// The same files, to put bytes into after the document was read back from storage.
    pub fn attachments_mut(&mut self) -> Vec<&mut Attachment> {
        match self {
            Self::PublicNotice(notice) => notice.photo.iter_mut().collect(),
            Self::Certificate(certificate) => certificate.joint_photo.iter_mut().collect(),
            Self::Dossier(dossier) => {
                dossier.items.iter_mut().flat_map(|item| &mut item.sheets).collect()
            }
            _ => Vec::new(),
        }
    }

    /// The address a QR code on the paper leads to.
    pub(crate) fn query_address(&self) -> Option<&str> {
        match self {
            Self::ApplicationReceipt(receipt) => Some(&receipt.query_address),
            _ => None,
        }
    }

    /// The template that lays the paper out: each kind has one of its own name.
    pub(crate) fn template(&self) -> String {
        format!("/{}.typ", self.kind().word())
    }
}

#[cfg(test)]
mod tests {
    use crate::samples;

    #[test]
    fn the_serialised_form_uses_the_words_of_the_workflow() {
        for (name, document) in samples::all() {
            let stored = serde_json::to_value(&document).unwrap();
            assert_eq!(stored["kind"], document.kind().word(), "{name}");
        }
    }
}
