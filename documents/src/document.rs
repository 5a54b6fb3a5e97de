//! All kinds of paper behind one name.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::attachment::Attachment;
use crate::kinds::{
    AcceptanceNotice, ApplicationForm, ApplicationReceipt, ApprovalForm, AssessmentConsent,
    AssessmentNotice, AssessmentReport, Certificate, ConsentForm, Dossier, GuidanceRecord,
    InquiryRecord, PublicNotice,
};

/// A paper that can be printed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "data", rename_all = "snake_case")]
pub enum Document {
    /// 收养登记申请书.
    ApplicationForm(ApplicationForm),
    /// 收件回执.
    ApplicationReceipt(ApplicationReceipt),
    /// 受理通知书.
    AcceptanceNotice(AcceptanceNotice),
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
    /// 收养登记档案卷.
    Dossier(Dossier),
}

/// What the press needs to know of a kind.
struct Layout {
    kind: &'static str,
    template: &'static str,
    dated: NaiveDate,
}

impl Layout {
    fn new(kind: &'static str, template: &'static str, dated: NaiveDate) -> Self {
        Self {
            kind,
            template,
            dated,
        }
    }
}

impl Document {
    /// The kind, as in the serialised form.
    pub fn kind(&self) -> &'static str {
        self.layout().kind
    }

    /// The day the paper bears.
    pub fn dated(&self) -> NaiveDate {
        self.layout().dated
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
            Self::Dossier(dossier) => dossier
                .items
                .iter_mut()
                .flat_map(|item| &mut item.sheets)
                .collect(),
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

    /// The template that lays the paper out.
    pub(crate) fn template(&self) -> &'static str {
        self.layout().template
    }

    fn layout(&self) -> Layout {
        match self {
            Self::ApplicationForm(form) => {
                Layout::new("application_form", "/application_form.typ", form.applied_on)
            }
            Self::ApplicationReceipt(receipt) => Layout::new(
                "application_receipt",
                "/application_receipt.typ",
                receipt.received_on,
            ),
            Self::AcceptanceNotice(notice) => Layout::new(
                "acceptance_notice",
                "/acceptance_notice.typ",
                notice.accepted_on,
            ),
            Self::PublicNotice(notice) => {
                Layout::new("public_notice", "/public_notice.typ", notice.drawn_up_on)
            }
            Self::AssessmentNotice(notice) => Layout::new(
                "assessment_notice",
                "/assessment_notice.typ",
                notice.issued_on,
            ),
            Self::AssessmentConsent(consent) => Layout::new(
                "assessment_consent",
                "/assessment_consent.typ",
                consent.notified_on,
            ),
            Self::InquiryRecord(record) => Layout::new(
                "inquiry_record",
                "/inquiry_record.typ",
                record.began_at.date(),
            ),
            Self::ConsentForm(form) => {
                Layout::new("consent_form", "/consent_form.typ", form.drawn_up_on)
            }
            Self::GuidanceRecord(record) => {
                Layout::new("guidance_record", "/guidance_record.typ", record.given_on)
            }
            Self::AssessmentReport(report) => Layout::new(
                "assessment_report",
                "/assessment_report.typ",
                report.reported_on,
            ),
            Self::ApprovalForm(form) => {
                Layout::new("approval_form", "/approval_form.typ", form.drawn_up_on)
            }
            Self::Certificate(certificate) => {
                Layout::new("certificate", "/certificate.typ", certificate.registered_on)
            }
            Self::Dossier(dossier) => Layout::new("dossier", "/dossier.typ", dossier.closed_on),
        }
    }
}
