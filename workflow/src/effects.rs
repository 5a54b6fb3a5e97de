//! What an event calls for. Data only; nothing is done here.

use crate::base::document::DocumentKind;
use crate::case::change::Change;
use crate::case::later::{Initiator, LaterRequest};
use crate::case::{Case, Party, Procedure};
use crate::event::{AssessmentEvent, Entry, Event, LaterEvent};
use crate::law::kinds::{agreement_is_mandatory, parents_are_unknown};
use crate::procedures::{plan, replacement};

/// What is to be done once the event is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Effect {
    /// A document is to be made from the case as it stands after the event.
    Print {
        /// What to make.
        document: DocumentKind,
        /// Whom it concerns.
        party: Option<Party>,
    },
    /// Whether a gift touches the case is to be looked up (SEQ-14).
    CheckGifts,
}

/// A document that concerns the whole case.
fn print(document: DocumentKind) -> Effect {
    Effect::Print { document, party: None }
}

/// A document that concerns one party.
fn print_for(document: DocumentKind, party: Party) -> Effect {
    Effect::Print { document, party: Some(party) }
}

/// A document that concerns the whole case, and the receipt that is made with it.
fn with_receipt(document: DocumentKind) -> Vec<Effect> {
    [Some(document), document.receipt()].into_iter().flatten().map(print).collect()
}

/// The notice of a child whose parents cannot be found.
fn public_notice(case: &Case) -> Option<Effect> {
    parents_are_unknown(case.kind).then(|| print(DocumentKind::PublicNotice))
}

/// What parties of some kinds sign beside the application: the agreement for a rescued child, and the
/// consent of those who owe an orphan support to its guardian's placing it.
fn forms_of_the_kind(case: &Case) -> impl Iterator<Item = Effect> {
    let agreement = agreement_is_mandatory(case.kind);
    let agreement = agreement.then(|| print(DocumentKind::AdoptionAgreement));
    agreement.into_iter().chain(support_duty_form(case))
}

fn support_duty_form(case: &Case) -> Option<Effect> {
    let wanted = case.support_duty_consent_needed && case.placer.guardian().is_some();
    wanted.then(|| print(DocumentKind::SupportDutyConsent))
}

/// What an application calls for: its form, its receipt, and the forms of the kind of child.
fn of_application(case: &Case) -> Vec<Effect> {
    let forms = [DocumentKind::ApplicationForm, DocumentKind::ApplicationReceipt];
    forms.into_iter().map(print).chain(forms_of_the_kind(case)).collect()
}

/// What the acceptance of an adoption calls for. Those of the later procedures are told by other papers.
fn of_acceptance(case: &Case) -> Vec<Effect> {
    if case.procedure != Procedure::Formation {
        return Vec::new();
    }
    let signing = case.adopting_parties().map(|(party, _)| party).chain(case.placing_parties());
    let declarations = signing.map(|party| print_for(DocumentKind::NoDonationDeclaration, party));
    // The officer declares the same as the parties.
    let own = [print(DocumentKind::NoDonationDeclaration)];
    let notices = [print(DocumentKind::AcceptanceNotice)].into_iter();
    notices.chain(public_notice(case)).chain(declarations).chain(own).collect()
}

/// The applicants consent to the assessment of which they are told.
fn of_assessment_notice(case: &Case) -> Vec<Effect> {
    let applicants = case.adopting_parties();
    let consents = applicants.map(|(party, _)| print_for(DocumentKind::AssessmentConsent, party));
    consents.chain([print(DocumentKind::AssessmentNotice)]).collect()
}

/// The forms that say something else after a change of fact.
fn of_change(case: &Case, change: &Change) -> Vec<Effect> {
    match change {
        Change::Child { .. } => {
            let notice = case.acceptance.as_ref().and_then(|_| public_notice(case));
            [print(DocumentKind::ApplicationForm)].into_iter().chain(notice).collect()
        }
        Change::SupportDuty { .. } => support_duty_form(case).into_iter().collect(),
        // Those who place are others than those who applied.
        Change::Died { party: Party::Placer | Party::SecondPlacer } if case.died.is_none() => {
            vec![print(DocumentKind::ApplicationForm)]
        }
        Change::Died { .. }
        | Change::MaritalStatus { .. }
        | Change::Children { .. }
        | Change::Moved { .. }
        | Change::NewRecord { .. } => Vec::new(),
    }
}

/// The documents an event of a later procedure calls for. What it leaves in the adoption's own case
/// calls for none there.
fn of_later(case: &Case, event: &LaterEvent) -> Vec<Effect> {
    match event {
        LaterEvent::LaterApplicationFiled(filed) => of_later_application(&filed.request),
        LaterEvent::DissolutionRegistered { .. } => vec![print(DocumentKind::DissolutionProof)],
        LaterEvent::RevocationDecided { .. } => {
            let form = [print(DocumentKind::RevocationApprovalForm)].into_iter();
            form.chain(with_receipt(DocumentKind::RevocationDecision)).collect()
        }
        LaterEvent::ReplacementIssued { .. } => {
            replacement::document(case).map(print).into_iter().collect()
        }
        LaterEvent::ProofIssued { .. } => vec![print(DocumentKind::AdoptionProof)],
        LaterEvent::LateEntryConfirmed { .. } => vec![print(DocumentKind::LateEntryForm)],
        LaterEvent::CertificateTakenIn { .. }
        | LaterEvent::DecisionPosted { .. }
        | LaterEvent::AdoptionDissolved { .. }
        | LaterEvent::AdoptionRevoked { .. }
        | LaterEvent::EndRecorded { .. }
        | LaterEvent::AdoptersDied { .. }
        | LaterEvent::PaperReplaced { .. }
        | LaterEvent::ProofGiven { .. } => Vec::new(),
    }
}

/// The form on which a later procedure is applied for.
fn of_later_application(request: &LaterRequest) -> Vec<Effect> {
    match request {
        LaterRequest::Dissolution { .. } => vec![print(DocumentKind::DissolutionApplication)],
        LaterRequest::Revocation { initiator: Initiator::InterestedPerson { .. } } => {
            vec![print(DocumentKind::RevocationApplication)]
        }
        LaterRequest::Replacement { .. } => vec![print(DocumentKind::ReplacementApplication)],
        LaterRequest::Proof { .. } => vec![print(DocumentKind::ProofApplication)],
        LaterRequest::Revocation { .. } | LaterRequest::LateEntry { .. } => Vec::new(),
    }
}

/// What an event calls for, in the case as it stands after it.
pub fn effects(case: &Case, entry: &Entry) -> Vec<Effect> {
    match &entry.event {
        Event::ApplicationFiled(_) => of_application(case),
        Event::CorrectionRequested { .. } => with_receipt(DocumentKind::CorrectionNotice),
        Event::ApplicationDeclined { .. } => with_receipt(DocumentKind::NonAcceptanceNotice),
        Event::Accepted { .. } => of_acceptance(case),
        Event::AssessmentNotified { .. } => of_assessment_notice(case),
        Event::ReportSubmitted { .. } => vec![print(DocumentKind::AssessmentReport)],
        // Where there is no device it is scored by hand. Another plan finds other items to apply.
        Event::Assessment(AssessmentEvent::AssessmentPlanned { .. }) => {
            vec![print(DocumentKind::ScoringForm)]
        }
        Event::InquiryHeld { party, .. } => vec![print_for(DocumentKind::InquiryRecord, *party)],
        Event::ConsentGiven { party, .. } => vec![print_for(DocumentKind::ConsentForm, *party)],
        Event::GuidanceGiven(given) => vec![print_for(DocumentKind::GuidanceRecord, given.party)],
        Event::FactChanged { change, .. } => of_change(case, change),
        Event::MandatePrepared { mandate } => vec![print_for(DocumentKind::Mandate, mandate.party)],
        Event::Proposed { .. } => vec![Effect::CheckGifts],
        Event::Approved { .. } => vec![print(plan(case.procedure).approval_form)],
        // The form is made once more, with the certificate's number: its receipt column is what the
        // parties sign when the certificate is handed over.
        Event::Registered { .. } => {
            [DocumentKind::Certificate, DocumentKind::ApprovalForm, DocumentKind::ResultNotice]
                .map(print)
                .to_vec()
        }
        Event::Archived { .. } => vec![print(DocumentKind::Dossier)],
        Event::VolumeLent { .. } => vec![print(DocumentKind::LendingSlip)],
        Event::FollowUpVisited { visit, .. } => {
            let harm = visit.harm_report.as_ref().map(|_| print(DocumentKind::HarmReport));
            [print(DocumentKind::VisitRecord)].into_iter().chain(harm).collect()
        }
        Event::Refused { .. } => with_receipt(DocumentKind::RefusalNotice),
        Event::Withdrawn { .. } => vec![print(DocumentKind::WithdrawalRecord)],
        Event::Later(event) => of_later(case, event),
        Event::PaperFiled { .. }
        | Event::PaperVerified { .. }
        | Event::PaperRejected { .. }
        | Event::CheckRecorded { .. }
        | Event::NoticePublished { .. }
        | Event::ClaimRaised { .. }
        | Event::ClaimSettled { .. }
        | Event::AssessmentConsented { .. }
        | Event::AssessorsAppointed { .. }
        | Event::AssessmentVisited { .. }
        | Event::IntegrationStarted { .. }
        | Event::IntegrationEnded { .. }
        | Event::IntegrationBrokenOff { .. }
        | Event::Assessment(_)
        | Event::IncidentReported { .. }
        | Event::IncidentClosed { .. }
        | Event::ConsentWithdrawn { .. }
        | Event::WishesChanged { .. }
        | Event::SigningRefused(_)
        | Event::GiftDeclared { .. }
        | Event::OfficerReplaced { .. }
        | Event::DocumentServed { .. }
        | Event::ProposalReturned { .. }
        | Event::CertificateIssued { .. }
        | Event::VolumeReturned { .. }
        | Event::DeadlinesMoved(_)
        | Event::PeriodEnded(_)
        | Event::BecameOverdue(_) => Vec::new(),
    }
}
