//! What an event calls for. Data only; nothing is done here.
//!
//! Most events say it themselves, where they are folded. Here stands what depends on the case after them.

use crate::base::document::DocumentKind;
use crate::case::change::Change;
use crate::case::later::{Initiator, LaterRequest};
use crate::case::{Case, Party, Procedure};
use crate::event::{Entry, Event, LaterEvent};
use crate::evolve::{Effect, meaning};
use crate::law::kinds::{agreement_is_mandatory, parents_are_unknown};
use crate::procedures::{plan, replacement};

/// The notice of a child whose parents cannot be found.
fn public_notice(case: &Case) -> Option<Effect> {
    parents_are_unknown(case.kind).then(|| Effect::print(DocumentKind::PublicNotice))
}

/// What parties of some kinds sign beside the application: the agreement for a rescued child, and the
/// consent of those who owe an orphan support to its guardian's placing it.
fn forms_of_the_kind(case: &Case) -> impl Iterator<Item = Effect> {
    let agreement = agreement_is_mandatory(case.kind);
    let agreement = agreement.then(|| Effect::print(DocumentKind::AdoptionAgreement));
    agreement.into_iter().chain(support_duty_form(case))
}

fn support_duty_form(case: &Case) -> Option<Effect> {
    let wanted = case.support_duty_consent_needed && case.placer.guardian().is_some();
    wanted.then(|| Effect::print(DocumentKind::SupportDutyConsent))
}

/// What an application calls for: its form, its receipt, and the forms of the kind of child.
fn of_application(case: &Case) -> Vec<Effect> {
    let forms = [DocumentKind::ApplicationForm, DocumentKind::ApplicationReceipt];
    forms.into_iter().map(Effect::print).chain(forms_of_the_kind(case)).collect()
}

/// What the acceptance of an adoption calls for. Those of the later procedures are told by other papers.
fn of_acceptance(case: &Case) -> Vec<Effect> {
    if case.procedure != Procedure::Formation {
        return Vec::new();
    }
    let signing = case.adopting_parties().map(|(party, _)| party).chain(case.placing_parties());
    let declarations =
        signing.map(|party| Effect::print_for(DocumentKind::NoDonationDeclaration, party));
    // The officer declares the same as the parties.
    let own = [Effect::print(DocumentKind::NoDonationDeclaration)];
    let notices = [Effect::print(DocumentKind::AcceptanceNotice)].into_iter();
    notices.chain(public_notice(case)).chain(declarations).chain(own).collect()
}

/// The applicants consent to the assessment of which they are told.
fn of_assessment_notice(case: &Case) -> Vec<Effect> {
    let applicants = case.adopting_parties();
    let consents =
        applicants.map(|(party, _)| Effect::print_for(DocumentKind::AssessmentConsent, party));
    consents.chain([Effect::print(DocumentKind::AssessmentNotice)]).collect()
}

/// The forms that say something else after a change of fact.
fn of_change(case: &Case, change: &Change) -> Vec<Effect> {
    match change {
        Change::Child { .. } => {
            let notice = case.acceptance.as_ref().and_then(|_| public_notice(case));
            [Effect::print(DocumentKind::ApplicationForm)].into_iter().chain(notice).collect()
        }
        Change::SupportDuty { .. } => support_duty_form(case).into_iter().collect(),
        // Those who place are others than those who applied.
        Change::Died { party: Party::Placer | Party::SecondPlacer } if case.died.is_none() => {
            vec![Effect::print(DocumentKind::ApplicationForm)]
        }
        Change::Died { .. }
        | Change::MaritalStatus { .. }
        | Change::Children { .. }
        | Change::Moved { .. }
        | Change::NewRecord { .. } => Vec::new(),
    }
}

/// The form on which a later procedure is applied for.
fn of_later_application(request: &LaterRequest) -> Vec<Effect> {
    match request {
        LaterRequest::Dissolution { .. } => {
            vec![Effect::print(DocumentKind::DissolutionApplication)]
        }
        LaterRequest::Revocation { initiator: Initiator::InterestedPerson { .. } } => {
            vec![Effect::print(DocumentKind::RevocationApplication)]
        }
        LaterRequest::Replacement { .. } => {
            vec![Effect::print(DocumentKind::ReplacementApplication)]
        }
        LaterRequest::Proof { .. } => vec![Effect::print(DocumentKind::ProofApplication)],
        LaterRequest::Revocation { .. } | LaterRequest::LateEntry { .. } => Vec::new(),
    }
}

/// What an event calls for, in the case as it stands after it.
pub fn effects(case: &Case, entry: &Entry) -> Vec<Effect> {
    let mut effects = of_the_case(case, &entry.event);
    effects.extend(meaning(&entry.event).effects);
    effects
}

fn of_the_case(case: &Case, event: &Event) -> Vec<Effect> {
    match event {
        Event::ApplicationFiled(_) => of_application(case),
        Event::Accepted { .. } => of_acceptance(case),
        Event::AssessmentNotified { .. } => of_assessment_notice(case),
        Event::FactChanged { change, .. } => of_change(case, change),
        Event::Approved { .. } => vec![Effect::print(plan(case.procedure).approval_form)],
        Event::Later(LaterEvent::LaterApplicationFiled(filed)) => {
            of_later_application(&filed.request)
        }
        Event::Later(LaterEvent::ReplacementIssued { .. }) => {
            replacement::document(case).map(Effect::print).into_iter().collect()
        }
        _ => Vec::new(),
    }
}
