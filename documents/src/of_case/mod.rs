//! From a case, as its events make it, to the data of each document.
//!
//! These are pure functions. What a paper says of the law (which papers are needed, when a clock
//! runs out, how a number is written) is asked of the workflow, so that no paper can say otherwise
//! than the decision did.

mod assessment;
mod dossier;
mod hearing;
mod intake;
mod notice;
mod outcome;
mod papers;
mod people;

use chrono::NaiveDate;
use workflow::case::{Case, Party};
use workflow::document::DocumentKind;
use workflow::facts;
use workflow::law::calendar::Calendar;
use workflow::law::office_rules::OfficeRules;

use crate::document::Document;

/// What a document says besides the case.
#[derive(Clone, Debug)]
pub struct Setting<'a> {
    /// The registering office.
    pub office: &'a facts::Office,
    /// The numbers the office configures.
    pub rules: &'a OfficeRules,
    /// Days of rest and make-up working days.
    pub calendar: &'a Calendar,
    /// The legal day of the event that called for the document.
    pub on: NaiveDate,
    /// Name of the officer who acted.
    pub by: &'a str,
    /// Address under which the family follows its case, with the code in its fragment.
    pub query_address: String,
    /// The code in letters.
    pub query_code: String,
    /// Documents made before, which a volume binds beside the filed papers.
    pub made: Vec<MadeDocument>,
}

/// A document of the case that was printed before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MadeDocument {
    /// SHA-256 of its bytes, in lower-case hexadecimal.
    pub digest: String,
    /// The legal day of the event that called for it.
    pub on: NaiveDate,
}

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
            Document::ApplicationForm(intake::application_form(case, setting))
        }
        DocumentKind::ApplicationReceipt => {
            Document::ApplicationReceipt(intake::application_receipt(case, setting))
        }
        DocumentKind::AcceptanceNotice => {
            Document::AcceptanceNotice(intake::acceptance_notice(case, setting)?)
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
        DocumentKind::RefusalNotice => {
            Document::RefusalNotice(outcome::refusal_notice(case, setting)?)
        }
        DocumentKind::Dossier => Document::Dossier(dossier::dossier(case, setting)?),
        // No event calls for these yet.
        DocumentKind::CorrectionNotice
        | DocumentKind::NonAcceptanceNotice
        | DocumentKind::ResultNotice
        | DocumentKind::ServiceReceipt
        | DocumentKind::WithdrawalRecord
        | DocumentKind::Mandate
        | DocumentKind::NoDonationDeclaration
        | DocumentKind::VisitRecord
        | DocumentKind::HarmReport
        | DocumentKind::LendingSlip => return None,
        // A stand-in for a paper from elsewhere is not made from a case.
        DocumentKind::Specimen => return None,
    })
}
