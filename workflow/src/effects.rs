//! What an event calls for: documents to make. Data only; nothing is done here.

use crate::base::document::DocumentKind;
use crate::case::change::Change;
use crate::case::later::{Initiator, LaterRequest};
use crate::case::{Case, Party, Procedure};
use crate::event::{Entry, Event, LaterEvent};
use crate::law::kinds::{agreement_is_mandatory, parents_are_unknown};
use crate::procedures::{plan, replacement};

/// A document to be made from the case as it stands after the event.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Effect {
    /// What to make.
    pub document: DocumentKind,
    /// Whom it concerns.
    pub party: Option<Party>,
}

/// A paper that is served goes with the receipt its addressee signs (送达回证).
fn served(document: DocumentKind) -> Vec<Effect> {
    [document, DocumentKind::ServiceReceipt]
        .map(|document| Effect { document, party: None })
        .to_vec()
}

/// The notice of a child whose parents cannot be found.
fn public_notice(case: &Case) -> Option<Effect> {
    parents_are_unknown(case.kind)
        .then_some(Effect { document: DocumentKind::PublicNotice, party: None })
}

/// What parties of some kinds sign beside the application: the agreement for a rescued child, and the
/// consent of those who owe an orphan support to its guardian's placing it.
fn forms_of_the_kind(case: &Case) -> impl Iterator<Item = Effect> {
    let agreement = agreement_is_mandatory(case.kind);
    let agreement =
        agreement.then_some(Effect { document: DocumentKind::AdoptionAgreement, party: None });
    agreement.into_iter().chain(support_duty_form(case))
}

fn support_duty_form(case: &Case) -> Option<Effect> {
    let wanted = case.support_duty_consent_needed && case.placer.guardian().is_some();
    wanted.then_some(Effect { document: DocumentKind::SupportDutyConsent, party: None })
}

/// The documents an event of a later procedure calls for. What it leaves in the adoption's own case
/// calls for none there.
fn of_later(case: &Case, event: &LaterEvent) -> Vec<Effect> {
    let of_case = |document| vec![Effect { document, party: None }];
    match event {
        LaterEvent::LaterApplicationFiled(filed) => match &filed.request {
            LaterRequest::Dissolution { .. } => of_case(DocumentKind::DissolutionApplication),
            LaterRequest::Revocation { initiator: Initiator::InterestedPerson { .. } } => {
                of_case(DocumentKind::RevocationApplication)
            }
            LaterRequest::Replacement { .. } => of_case(DocumentKind::ReplacementApplication),
            LaterRequest::Proof { .. } => of_case(DocumentKind::ProofApplication),
            LaterRequest::Revocation { .. } | LaterRequest::LateEntry { .. } => Vec::new(),
        },
        LaterEvent::DissolutionRegistered { .. } => of_case(DocumentKind::DissolutionProof),
        LaterEvent::RevocationDecided { .. } => {
            let form = of_case(DocumentKind::RevocationApprovalForm);
            form.into_iter().chain(served(DocumentKind::RevocationDecision)).collect()
        }
        LaterEvent::ReplacementIssued { .. } => {
            replacement::document(case).map(of_case).unwrap_or_default()
        }
        LaterEvent::ProofIssued { .. } => of_case(DocumentKind::AdoptionProof),
        LaterEvent::LateEntryConfirmed { .. } => of_case(DocumentKind::LateEntryForm),
        _ => Vec::new(),
    }
}

/// The documents an event calls for.
pub fn effects(case: &Case, entry: &Entry) -> Vec<Effect> {
    let of_case = |document| Effect { document, party: None };
    let of = |document, party| Effect { document, party: Some(party) };
    match &entry.event {
        Event::ApplicationFiled(_) => {
            let forms = [DocumentKind::ApplicationForm, DocumentKind::ApplicationReceipt];
            forms.into_iter().map(of_case).chain(forms_of_the_kind(case)).collect()
        }
        Event::CorrectionRequested { .. } => served(DocumentKind::CorrectionNotice),
        Event::ApplicationDeclined { .. } => served(DocumentKind::NonAcceptanceNotice),
        Event::Accepted { .. } if case.procedure != Procedure::Formation => Vec::new(),
        Event::Accepted { .. } => {
            let signing = case.adopting_parties().map(|(party, _)| party);
            let declarations = signing
                .chain(case.placing_parties())
                .map(|party| of(DocumentKind::NoDonationDeclaration, party));
            let notices = [of_case(DocumentKind::AcceptanceNotice)].into_iter();
            // The officer declares the same as the parties.
            let own = [of_case(DocumentKind::NoDonationDeclaration)];
            notices.chain(public_notice(case)).chain(declarations).chain(own).collect()
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
            let notice = case.acceptance.as_ref().and_then(|_| public_notice(case));
            [of_case(DocumentKind::ApplicationForm)].into_iter().chain(notice).collect()
        }
        Event::FactChanged { change: Change::SupportDuty { .. }, .. } => {
            support_duty_form(case).into_iter().collect()
        }
        // Those who place are others than those who applied.
        Event::FactChanged {
            change: Change::Died { party: Party::Placer | Party::SecondPlacer },
            ..
        } if case.died.is_none() => {
            vec![of_case(DocumentKind::ApplicationForm)]
        }
        Event::MandatePrepared { mandate } => vec![of(DocumentKind::Mandate, mandate.party)],
        Event::Approved { .. } => vec![of_case(plan(case.procedure).approval_form)],
        Event::Later(event) => of_later(case, event),
        // The form is made once more, with the certificate's number: its receipt column is what the
        // parties sign when the certificate is handed over.
        Event::Registered { .. } => vec![
            of_case(DocumentKind::Certificate),
            of_case(DocumentKind::ApprovalForm),
            of_case(DocumentKind::ResultNotice),
        ],
        Event::Archived { .. } => vec![of_case(DocumentKind::Dossier)],
        Event::VolumeLent { .. } => vec![of_case(DocumentKind::LendingSlip)],
        Event::FollowUpVisited { visit, .. } => {
            let harm = visit.harm_report.as_ref().map(|_| of_case(DocumentKind::HarmReport));
            [of_case(DocumentKind::VisitRecord)].into_iter().chain(harm).collect()
        }
        Event::Refused { .. } => served(DocumentKind::RefusalNotice),
        Event::Withdrawn { .. } => vec![of_case(DocumentKind::WithdrawalRecord)],
        _ => Vec::new(),
    }
}
