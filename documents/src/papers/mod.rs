//! Every paper the office prints, each in a folder of its own: what it is (`mod.rs`), how a case
//! becomes its data (`compose.rs`), a sample (`sample.rs`) and its layout (`template.typ`).
//!
//! The list at the end says whose data a paper has, in which folder it lives, and who reads it, which
//! decides how many copies there are and what they may tell of a case kept secret. All else follows
//! from the list; what the law says of a paper stands in the list of the workflow.

pub mod acceptance_notice;
pub mod adoption_agreement;
pub mod adoption_proof;
pub mod application_form;
pub mod application_receipt;
pub mod approval_form;
pub mod assessment_consent;
pub mod assessment_notice;
pub mod assessment_report;
pub mod certificate;
pub mod consent_form;
pub mod correction_notice;
pub mod dissolution_application;
pub mod dissolution_approval_form;
pub mod dissolution_proof;
pub mod dossier;
pub mod guidance_record;
pub mod harm_report;
pub mod inquiry_record;
pub mod late_entry_form;
pub mod lending_slip;
pub mod mandate;
pub mod no_donation_declaration;
pub mod non_acceptance_notice;
pub mod proof_application;
pub mod proof_approval_form;
pub mod public_notice;
pub mod refusal_notice;
pub mod replacement_application;
pub mod replacement_approval_form;
pub mod result_notice;
pub mod revocation_application;
pub mod revocation_approval_form;
pub mod revocation_decision;
pub mod scoring_form;
pub mod service_receipt;
pub mod specimen;
pub mod support_duty_consent;
pub mod visit_record;
pub mod withdrawal_record;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use workflow::base::document::DocumentKind;
use workflow::case::{Case, Party};

use crate::attachment::Attachment;
use crate::parts::copies::Copies;
use crate::parts::later_approval::LaterApprovalForm;
use crate::parts::paper::Paper;
use crate::parts::readers;
use crate::parts::refusal::RefusalNotice;
use crate::parts::request::Request;
use crate::parts::setting::Setting;

/// The path a template is known by, which is its place in the source.
macro_rules! template_of {
    ($folder:ident) => {
        concat!("papers/", stringify!($folder), "/template.typ")
    };
}

/// Declares the papers.
macro_rules! papers {
    ($($(#[$doc:meta])+ $kind:ident($data:ty) in $folder:ident, read by $readers:ident;)+) => {
        /// A paper that can be printed.
        #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
        #[serde(tag = "kind", content = "data", rename_all = "snake_case")]
        pub enum Document {
            $($(#[$doc])+ $kind($data),)+
        }

        /// The template of every paper by the path it is known under.
        pub(crate) const TEMPLATES: &[(&str, &str)] = &[
            $((template_of!($folder), include_str!(concat!(stringify!($folder), "/template.typ")))),+
        ];

        impl Document {
            /// The data of a paper, from the case as it stood after the event that called for it. None
            /// where the case does not have what the paper tells.
            pub fn of_case(
                case: &Case,
                kind: DocumentKind,
                party: Option<Party>,
                setting: &Setting<'_>,
            ) -> Option<Self> {
                match kind {
                    $(DocumentKind::$kind => {
                        let compose = $folder::compose::from_case;
                        readers::$readers(case, party, |view| compose(view, setting)).map(Self::$kind)
                    })+
                }
            }

            /// Invented papers of every kind that has a sample, with the name each print is kept under.
            pub fn samples() -> Vec<(&'static str, Self)> {
                let mut samples = Vec::new();
                $(samples.extend(
                    $folder::sample::all().into_iter().map(|(name, data)| (name, Self::$kind(data))),
                );)+
                samples
            }

            /// What kind of paper it is.
            pub fn kind(&self) -> DocumentKind {
                match self {
                    $(Self::$kind(_) => DocumentKind::$kind,)+
                }
            }

            /// The path of the template that lays the paper out.
            pub(crate) fn template(&self) -> &'static str {
                match self {
                    $(Self::$kind(_) => template_of!($folder),)+
                }
            }

            fn paper(&self) -> &dyn Paper {
                match self {
                    $(Self::$kind(paper) => paper,)+
                }
            }

            fn paper_mut(&mut self) -> &mut dyn Paper {
                match self {
                    $(Self::$kind(paper) => paper,)+
                }
            }
        }
    };
}

impl Document {
    /// The day the paper bears.
    pub fn dated(&self) -> NaiveDate {
        self.paper().dated()
    }

    /// The files shown in the paper, in order.
    pub fn attachments(&self) -> Vec<&Attachment> {
        self.paper().attachments()
    }

    /// The same files, to put bytes into after the document was read back from storage.
    pub fn attachments_mut(&mut self) -> Vec<&mut Attachment> {
        self.paper_mut().attachments_mut()
    }

    /// The address a QR code on the paper leads to.
    pub(crate) fn query_address(&self) -> Option<&str> {
        self.paper().query_address()
    }
}

papers! {
    /// 收养登记申请书.
    ApplicationForm(Copies<application_form::ApplicationForm>)
        in application_form, read by each_side;
    /// 收件回执.
    ApplicationReceipt(application_receipt::ApplicationReceipt)
        in application_receipt, read by the_adopters;
    /// 受理通知书.
    AcceptanceNotice(Copies<acceptance_notice::AcceptanceNotice>)
        in acceptance_notice, read by each_side;
    /// 寻找弃婴（儿童）生父母公告.
    PublicNotice(public_notice::PublicNotice) in public_notice, read by the_office;
    /// 收养评估通知书.
    AssessmentNotice(assessment_notice::AssessmentNotice)
        in assessment_notice, read by the_adopters;
    /// 收养评估同意书.
    AssessmentConsent(assessment_consent::AssessmentConsent)
        in assessment_consent, read by the_adopters;
    /// 收养登记询问笔录.
    InquiryRecord(inquiry_record::InquiryRecord) in inquiry_record, read by its_party;
    /// 同意书.
    ConsentForm(consent_form::ConsentForm) in consent_form, read by its_party;
    /// 家庭教育指导记录.
    GuidanceRecord(guidance_record::GuidanceRecord) in guidance_record, read by the_adopters;
    /// 评估评分表（空白）.
    ScoringForm(scoring_form::ScoringForm) in scoring_form, read by the_office;
    /// 收养评估报告.
    AssessmentReport(assessment_report::AssessmentReport) in assessment_report, read by the_office;
    /// 收养登记审查处理表.
    ApprovalForm(approval_form::ApprovalForm) in approval_form, read by the_office;
    /// 收养登记证.
    Certificate(certificate::Certificate) in certificate, read by the_adopters;
    /// 不予办理收养登记通知书.
    RefusalNotice(Copies<RefusalNotice>) in refusal_notice, read by each_side_and_the_applicant;
    /// 一次性补正告知书.
    CorrectionNotice(Copies<correction_notice::CorrectionNotice>)
        in correction_notice, read by each_side_and_the_applicant;
    /// 不予受理通知书.
    NonAcceptanceNotice(Copies<RefusalNotice>)
        in non_acceptance_notice, read by each_side_and_the_applicant;
    /// 收养登记结果告知书.
    ResultNotice(result_notice::ResultNotice) in result_notice, read by the_adopters;
    /// 送达回证: a sheet for each addressee, which names nobody else.
    ServiceReceipt(service_receipt::ServiceReceipt) in service_receipt, read by the_office;
    /// 撤回申请记录.
    WithdrawalRecord(withdrawal_record::WithdrawalRecord)
        in withdrawal_record, read by who_withdrew;
    /// 委托书 of one spouse to the other.
    Mandate(mandate::Mandate) in mandate, read by the_adopters;
    /// 无捐赠承诺声明书.
    NoDonationDeclaration(no_donation_declaration::NoDonationDeclaration)
        in no_donation_declaration, read by its_party;
    /// 回访记录.
    VisitRecord(visit_record::VisitRecord) in visit_record, read by the_adopters;
    /// 侵害未成年人情形报告.
    HarmReport(harm_report::HarmReport) in harm_report, read by the_office;
    /// 档案查阅登记单.
    LendingSlip(lending_slip::LendingSlip) in lending_slip, read by the_office;
    /// 解除收养登记申请书.
    DissolutionApplication(Copies<dissolution_application::DissolutionApplication>)
        in dissolution_application, read by each_side;
    /// 解除收养登记审查处理表.
    DissolutionApprovalForm(LaterApprovalForm) in dissolution_approval_form, read by the_office;
    /// 解除收养关系证明.
    DissolutionProof(Copies<dissolution_proof::DissolutionProof>)
        in dissolution_proof, read by each_side;
    /// 撤销收养登记申请书: of a case kept secret it tells only what the applicant knows.
    RevocationApplication(revocation_application::RevocationApplication)
        in revocation_application, read by the_office;
    /// 撤销收养登记审查处理表.
    RevocationApprovalForm(LaterApprovalForm) in revocation_approval_form, read by the_office;
    /// 关于撤销×××与×××收养登记的决定书: composed from the whole case, and for each side from there,
    /// since a copy is posted.
    RevocationDecision(revocation_decision::RevocationDecisions)
        in revocation_decision, read by the_office;
    /// 补领收养登记证（解除收养关系证明）申请书.
    ReplacementApplication(Request) in replacement_application, read by the_adopters;
    /// 补领收养登记证（解除收养关系证明）审查处理表.
    ReplacementApprovalForm(LaterApprovalForm) in replacement_approval_form, read by the_office;
    /// 出具收养关系证明申请书.
    ProofApplication(Request) in proof_application, read by the_adopters;
    /// 出具收养关系证明审查处理表.
    ProofApprovalForm(LaterApprovalForm) in proof_approval_form, read by the_office;
    /// 收养关系证明.
    AdoptionProof(adoption_proof::AdoptionProof) in adoption_proof, read by the_adopters;
    /// 收养登记补录审核表.
    LateEntryForm(late_entry_form::LateEntryForm) in late_entry_form, read by the_office;
    /// 收养协议.
    AdoptionAgreement(Copies<adoption_agreement::AdoptionAgreement>)
        in adoption_agreement, read by each_side;
    /// 抚养义务人同意送养意见书.
    SupportDutyConsent(support_duty_consent::SupportDutyConsent)
        in support_duty_consent, read by the_placers;
    /// 收养登记档案卷.
    Dossier(dossier::Dossier) in dossier, read by the_office;
    /// A paper that a party of a practice case would bring.
    Specimen(specimen::Specimen) in specimen, read by the_office;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_serialised_form_uses_the_words_of_the_workflow() {
        for (name, document) in Document::samples() {
            let stored = serde_json::to_value(&document).unwrap();
            assert_eq!(stored["kind"], document.kind().word(), "{name}");
        }
    }

    #[test]
    fn the_folder_of_a_paper_has_its_word() {
        for (name, document) in Document::samples() {
            let folder = format!("papers/{}/template.typ", document.kind().word());
            assert_eq!(document.template(), folder, "{name}");
        }
    }

    #[test]
    fn every_paper_has_a_sample() {
        // A volume binds given files, and a stand-in is printed in a practice office alone.
        let without = [DocumentKind::Dossier, DocumentKind::Specimen];
        let samples = Document::samples();
        for kind in DocumentKind::ALL.iter().copied() {
            let has_one = samples.iter().any(|(_, document)| document.kind() == kind);
            assert_eq!(has_one, !without.contains(&kind), "{}", kind.word());
        }
    }

    #[test]
    fn every_sample_reads_back_as_it_was_written() {
        for (name, document) in Document::samples() {
            let stored = serde_json::to_string(&document).unwrap();
            let read: Document = serde_json::from_str(&stored).unwrap();
            assert_eq!(read, document, "{name}");
        }
    }
}
