//! What an event calls for: documents to make. Data only; nothing is done here.

use crate::case::{Case, Party};
use crate::document::DocumentKind;
use crate::event::{Entry, Event};
use crate::steps::change_fact::Change;

/// A document to be made from the case as it stands after the event.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Effect {
    /// What to make.
    pub document: DocumentKind,
    /// Whom it concerns.
    pub party: Option<Party>,
}

/// The documents an event calls for.
pub fn effects(case: &Case, entry: &Entry) -> Vec<Effect> {
    let of_case = |document| Effect { document, party: None };
    let of = |document, party| Effect { document, party: Some(party) };
    match &entry.event {
        Event::ApplicationFiled { .. } => {
            vec![of_case(DocumentKind::ApplicationForm), of_case(DocumentKind::ApplicationReceipt)]
        }
        Event::Accepted { .. } => {
            vec![of_case(DocumentKind::AcceptanceNotice), of_case(DocumentKind::PublicNotice)]
        }
        Event::AssessmentNotified { .. } => {
            let consents = case
                .adopting_parties()
                .map(|(party, _)| of(DocumentKind::AssessmentConsent, party));
            consents.chain([of_case(DocumentKind::AssessmentNotice)]).collect()
        }
        Event::ReportSubmitted { .. } => vec![of_case(DocumentKind::AssessmentReport)],
        Event::InquiryHeld { party, .. } => vec![of(DocumentKind::InquiryRecord, *party)],
        Event::ConsentGiven { party, .. } => vec![of(DocumentKind::ConsentForm, *party)],
        Event::GuidanceGiven { party, .. } => vec![of(DocumentKind::GuidanceRecord, *party)],
        Event::FactChanged { change: Change::Child { .. }, .. } => {
            let notice = case.acceptance.as_ref().map(|_| of_case(DocumentKind::PublicNotice));
            [of_case(DocumentKind::ApplicationForm)].into_iter().chain(notice).collect()
        }
        Event::Approved { .. } => vec![of_case(DocumentKind::ApprovalForm)],
        // The form is made once more, with the certificate's number: its receipt column is what the
        // parties sign when the certificate is handed over.
        Event::Registered { .. } => {
            vec![of_case(DocumentKind::Certificate), of_case(DocumentKind::ApprovalForm)]
        }
        Event::Archived { .. } => vec![of_case(DocumentKind::Dossier)],
        Event::Refused { .. } => vec![of_case(DocumentKind::RefusalNotice)],
        _ => Vec::new(),
    }
}
