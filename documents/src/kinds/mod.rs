//! One module for each kind of paper, and the people they speak of.

mod acceptance_notice;
mod application_form;
mod application_receipt;
mod approval_form;
mod assessment_consent;
mod assessment_notice;
mod assessment_report;
mod certificate;
mod consent_form;
mod dossier;
mod guidance_record;
mod inquiry_record;
mod people;
mod public_notice;
mod refusal_notice;
mod specimen;

pub use acceptance_notice::AcceptanceNotice;
pub use application_form::ApplicationForm;
pub use application_receipt::{ApplicationReceipt, MissingPaper, ReceivedPaper};
pub use approval_form::{
    ApprovalForm, AssessmentSummary, InquirySummary, NoticeSummary, Opinion, ReasonOverReport,
};
pub use assessment_consent::AssessmentConsent;
pub use assessment_notice::AssessmentNotice;
pub use assessment_report::{Aspect, AssessmentReport, Incident, Integration, Visit};
pub use certificate::Certificate;
pub use consent_form::{ConsentForm, Consenting};
pub use dossier::{Dossier, DossierItem};
pub use guidance_record::GuidanceRecord;
pub use inquiry_record::{Answer, Companion, InquiryRecord, Reading};
pub use people::{
    AssessingBody, Assessor, Child, Identity, Institution, Named, Office, Person, Placer, Sex,
};
pub use public_notice::PublicNotice;
pub use refusal_notice::{RefusalNotice, RefusalReason, Remedies};
pub use specimen::Specimen;
