//! One module for each kind of paper, and the people they speak of.

mod acceptance_notice;
mod adoption;
mod adoption_agreement;
mod adoption_proof;
mod application_form;
mod application_receipt;
mod approval_form;
mod assessment_consent;
mod assessment_notice;
mod assessment_report;
mod certificate;
mod consent_form;
mod copies;
mod correction_notice;
mod dissolution;
mod dossier;
mod guidance_record;
mod harm_report;
mod inquiry_record;
mod late_entry_form;
mod later_approval_form;
mod lending_slip;
mod mandate;
mod no_donation_declaration;
mod people;
mod public_notice;
mod refusal_notice;
mod request;
mod result_notice;
mod revocation;
mod service_receipt;
mod specimen;
mod support_duty_consent;
mod visit_record;
mod withdrawal_record;

pub use acceptance_notice::AcceptanceNotice;
pub use adoption::{CertificateBack, RegisteredAdoption, Reissue, Standing};
pub use adoption_agreement::{AdoptionAgreement, AgreementParty};
pub use adoption_proof::AdoptionProof;
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
pub use copies::Copies;
pub use correction_notice::{CorrectionNotice, PaperToBring, PaperToCorrect};
pub use dissolution::{DissolutionApplication, DissolutionProof, Dissolving};
pub use dossier::{Dossier, DossierItem};
pub use guidance_record::GuidanceRecord;
pub use harm_report::HarmReport;
pub use inquiry_record::{Answer, Companion, InquiryRecord, Reading};
pub use late_entry_form::{LateEntered, LateEntryForm};
pub use later_approval_form::{LaterApprovalForm, PapersOf, Particular, Signer};
pub use lending_slip::LendingSlip;
pub use mandate::Mandate;
pub use no_donation_declaration::{Declaring, NoDonationDeclaration};
pub use people::{
    AssessingBody, Assessor, Child, Identity, Institution, Named, Office, Person, Placer,
    PlacingPerson, Sex,
};
pub use public_notice::PublicNotice;
pub use refusal_notice::{RefusalNotice, RefusalReason, Remedies};
pub use request::{Request, Requested};
pub use result_notice::{PlannedVisit, ResultNotice};
pub use revocation::{Applicant, RevocationApplication, RevocationDecision, RevocationDecisions};
pub use service_receipt::{Addressee, ServiceReceipt};
pub use specimen::Specimen;
pub use support_duty_consent::{SupportDutyConsent, SupportDutyPerson};
pub use visit_record::{Level, Reported, VisitRecord};
pub use withdrawal_record::WithdrawalRecord;
