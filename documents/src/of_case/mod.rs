//! From a case, as its events make it, to the data of each document.
//!
//! These are pure functions. What a paper says of the law (which papers are needed, when a clock
//! runs out, how a number is written) is asked of the workflow, so that no paper can say otherwise
//! than the decision did.

mod addressees;
mod after;
mod agreements;
mod assessment;
mod dissolution;
mod dossier;
mod hearing;
mod intake;
mod later;
mod notice;
mod outcome;
mod papers;
mod people;
mod revocation;
mod secrecy;
mod sentences;
mod setting;
mod turns;

use workflow::case::{Case, Party};
use workflow::document::DocumentKind;

use crate::document::Document;

use secrecy::{View, answers, copies};
pub use setting::{MadeDocument, Setting};

/// The data of a document, from the case as it stood after the event that called for it. None
/// where the case does not have what the document tells.
pub fn document(
    case: &Case,
    kind: DocumentKind,
    party: Option<Party>,
    setting: &Setting<'_>,
) -> Option<Document> {
    Some(match kind {
        DocumentKind::ApplicationForm => {
            let form = |view: &View<'_>| Some(intake::application_form(view, setting));
            Document::ApplicationForm(copies(case, form)?)
        }
        DocumentKind::AcceptanceNotice => {
            let notice = |view: &View<'_>| intake::acceptance_notice(view, setting);
            Document::AcceptanceNotice(copies(case, notice)?)
        }
        DocumentKind::RefusalNotice => {
            let notice = |view: &View<'_>| outcome::refusal_notice(view, setting);
            Document::RefusalNotice(answers(case, notice)?)
        }
        DocumentKind::CorrectionNotice => {
            let notice = |view: &View<'_>| intake::correction_notice(view, setting);
            Document::CorrectionNotice(answers(case, notice)?)
        }
        DocumentKind::NonAcceptanceNotice => {
            let notice = |view: &View<'_>| outcome::non_acceptance_notice(view, setting);
            Document::NonAcceptanceNotice(answers(case, notice)?)
        }
        DocumentKind::DissolutionApplication => {
            let form = |view: &View<'_>| dissolution::application(view, setting);
            Document::DissolutionApplication(copies(case, form)?)
        }
        DocumentKind::DissolutionProof => {
            let proof = |view: &View<'_>| dissolution::proof(view, setting);
            Document::DissolutionProof(copies(case, proof)?)
        }
        DocumentKind::AdoptionAgreement => {
            let agreement = |view: &View<'_>| agreements::agreement(view, setting);
            Document::AdoptionAgreement(copies(case, agreement)?)
        }
        DocumentKind::RevocationDecision => {
            Document::RevocationDecision(revocation::decisions(case, setting)?)
        }
        _ => of_view(&View::of(case, kind, party)?, kind, party, setting)?,
    })
}

/// The data of a document that is one paper, as its readers may see it.
fn of_view(
    case: &View<'_>,
    kind: DocumentKind,
    party: Option<Party>,
    setting: &Setting<'_>,
) -> Option<Document> {
    Some(match kind {
        DocumentKind::ApplicationReceipt => {
            Document::ApplicationReceipt(intake::application_receipt(case, setting))
        }
        DocumentKind::PublicNotice => Document::PublicNotice(notice::public_notice(case, setting)?),
        DocumentKind::AssessmentNotice => {
            Document::AssessmentNotice(assessment::notice(case, setting)?)
        }
        DocumentKind::AssessmentConsent => {
            Document::AssessmentConsent(assessment::consent(case, party?, setting)?)
        }
        DocumentKind::AssessmentReport => {
            Document::AssessmentReport(assessment::report(case, setting)?)
        }
        DocumentKind::InquiryRecord => {
            Document::InquiryRecord(hearing::inquiry_record(case, party?, setting)?)
        }
        DocumentKind::ConsentForm => {
            Document::ConsentForm(hearing::consent_form(case, party?, setting)?)
        }
        DocumentKind::GuidanceRecord => {
            Document::GuidanceRecord(hearing::guidance_record(case, party?, setting)?)
        }
        DocumentKind::ApprovalForm => {
            Document::ApprovalForm(outcome::approval_form(case, setting)?)
        }
        DocumentKind::Certificate => Document::Certificate(outcome::certificate(case, setting)?),
        DocumentKind::ResultNotice => Document::ResultNotice(after::result_notice(case, setting)?),
        DocumentKind::WithdrawalRecord => {
            Document::WithdrawalRecord(turns::withdrawal_record(case, setting)?)
        }
        DocumentKind::NoDonationDeclaration => {
            Document::NoDonationDeclaration(after::no_donation(case, party, setting)?)
        }
        DocumentKind::Mandate => Document::Mandate(turns::mandate(case, party?, setting)?),
        DocumentKind::ServiceReceipt => {
            Document::ServiceReceipt(turns::service_receipt(case, setting)?)
        }
        DocumentKind::LendingSlip => Document::LendingSlip(turns::lending_slip(case, setting)?),
        DocumentKind::VisitRecord => Document::VisitRecord(after::visit_record(case, setting)?),
        DocumentKind::HarmReport => Document::HarmReport(after::harm_report(case, setting)?),
        DocumentKind::Dossier => Document::Dossier(dossier::dossier(case, setting)?),
        DocumentKind::DissolutionApprovalForm
        | DocumentKind::RevocationApplication
        | DocumentKind::RevocationApprovalForm
        | DocumentKind::ReplacementApplication
        | DocumentKind::ReplacementApprovalForm
        | DocumentKind::ProofApplication
        | DocumentKind::ProofApprovalForm
        | DocumentKind::AdoptionProof
        | DocumentKind::LateEntryForm => return later::document(case, kind, setting),
        DocumentKind::SupportDutyConsent => {
            Document::SupportDutyConsent(agreements::support_duty_consent(case, setting)?)
        }
        // A stand-in for a paper from elsewhere is not made from a case, and the rest has copies.
        DocumentKind::Specimen
        | DocumentKind::ApplicationForm
        | DocumentKind::AcceptanceNotice
        | DocumentKind::CorrectionNotice
        | DocumentKind::NonAcceptanceNotice
        | DocumentKind::RefusalNotice
        | DocumentKind::DissolutionApplication
        | DocumentKind::DissolutionProof
        | DocumentKind::AdoptionAgreement
        | DocumentKind::RevocationDecision => return None,
    })
}
