//! The procedures after a registration, and what they leave in the adoption's own case.

use super::meaning::{Meaning, says, tells};
use super::outcome::close_when_all_is_done;
use crate::base::document::DocumentKind;
use crate::base::message::Message;
use crate::base::stage::Stage;
use crate::case::aftermath::{ProofGiven, Replaced};
use crate::case::later::{Later, LaterApplication, LaterRequest, Outcome, Posting};
use crate::case::{Archive, Case, Issue, Registration, Standing};
use crate::event::{Entry, Event, LaterEvent};

/// What a later procedure begins with.
pub(super) fn opened(filed: &LaterApplication) -> Box<Later> {
    Box::new(Later {
        adoption: filed.adoption.clone(),
        request: filed.request.clone(),
        adoptee_division: filed.adoptee_division.clone(),
        taken_in: None,
        posting: None,
        outcome: None,
    })
}

/// What these events are called, are about and call for. They void nothing, and what they leave in the
/// adoption's own case calls for no paper there.
pub(super) fn meaning(event: &Event) -> Option<Meaning> {
    let Event::Later(event) = event else { return None };
    Some(of_conclusion(event).unwrap_or_else(|| of_aftermath(event)))
}

/// What is written in the case of the later procedure.
fn of_conclusion(event: &LaterEvent) -> Option<Meaning> {
    Some(match event {
        LaterEvent::LaterApplicationFiled(filed) => {
            let procedure = filed.request.procedure();
            tells(Message::new(
                format!("启动{}程序", procedure.printed()),
                format!("a case of {} was opened", procedure.word().replace('_', " ")),
            ))
        }
        LaterEvent::DissolutionRegistered { number, .. } => tells(Message::new(
            format!("解除登记，{number}"),
            format!("the dissolution was registered as {number}"),
        ))
        .numbered()
        .prints(DocumentKind::DissolutionProof),
        LaterEvent::RevocationDecided { number, .. } => tells(Message::new(
            format!("决定撤销收养登记，{number}"),
            format!("the registration was revoked by {number}"),
        ))
        .numbered()
        .prints(DocumentKind::RevocationApprovalForm)
        .prints_with_receipt(DocumentKind::RevocationDecision),
        LaterEvent::CertificateTakenIn { .. } => {
            says("收缴收养登记证", "the taking in of the certificate was recorded")
        }
        LaterEvent::DecisionPosted { last_day } => tells(Message::with_days(
            "撤销决定在公告栏张贴，至{last_day}届满",
            "the decision hangs on the notice board until {last_day}",
            [("last_day", *last_day)],
        )),
        LaterEvent::ReplacementIssued { number, .. } => {
            tells(Message::new(format!("补发，{number}"), format!("a copy was issued as {number}")))
                .numbered()
        }
        LaterEvent::ProofIssued { number, .. } => tells(Message::new(
            format!("出具证明，{number}"),
            format!("a proof was given as {number}"),
        ))
        .numbered()
        .prints(DocumentKind::AdoptionProof),
        LaterEvent::LateEntryConfirmed { .. } => {
            says("补录核对无误", "the late entry agrees with the volume")
                .numbered()
                .prints(DocumentKind::LateEntryForm)
        }
        _ => return None,
    })
}

/// What is left in the adoption's own case. Its number was given, or fell, with the event above; only an
/// end from elsewhere has none.
fn of_aftermath(event: &LaterEvent) -> Meaning {
    match event {
        LaterEvent::AdoptionDissolved { number } => tells(Message::new(
            format!("收养关系解除，{number}"),
            format!("the adoption was dissolved by {number}"),
        )),
        LaterEvent::AdoptionRevoked { number } => tells(Message::new(
            format!("收养登记撤销，{number}"),
            format!("the registration was revoked by {number}"),
        )),
        LaterEvent::EndRecorded { by, number, .. } => tells(Message::new(
            format!("{}，{number}", by.printed()),
            format!("the adoption was ended elsewhere ({}): {number}", by.word().replace('_', " ")),
        ))
        .numbered(),
        LaterEvent::AdoptersDied { .. } => says("收养人均已死亡", "all adopters have died"),
        LaterEvent::PaperReplaced { number, .. } => tells(Message::new(
            format!("补发证件，{number}"),
            format!("a paper was replaced: {number}"),
        )),
        LaterEvent::ProofGiven { number } => tells(Message::new(
            format!("出具证明，{number}"),
            format!("a proof was given: {number}"),
        )),
        unnamed => says(unnamed.kind(), unnamed.kind()),
    }
}

pub(super) fn fold(case: &mut Case, entry: &Entry) {
    if let Event::Later(event) = &entry.event {
        fold_conclusion(case, entry, event);
        fold_afterwards(case, entry, event);
        fold_aftermath(case, entry, event);
    }
}

/// An outcome without what only some procedures have.
fn outcome(entry: &Entry, number: Option<&String>) -> Outcome {
    Outcome {
        on: entry.on,
        by: entry.by.clone(),
        number: number.cloned(),
        blank_serial: None,
        attendance: Vec::new(),
        findings: None,
        standing: None,
    }
}

fn fold_conclusion(case: &mut Case, entry: &Entry, event: &LaterEvent) {
    let (stage, outcome, taken_in) = match event {
        LaterEvent::DissolutionRegistered { number, blank_serial, attendance, certificate } => {
            let outcome = Outcome {
                blank_serial: Some(blank_serial.clone()),
                attendance: attendance.clone(),
                ..outcome(entry, Some(number))
            };
            (Stage::Registered, outcome, Some(certificate.clone()))
        }
        LaterEvent::RevocationDecided { number, findings } => {
            let findings = Some(findings.clone());
            (Stage::Registered, Outcome { findings, ..outcome(entry, Some(number)) }, None)
        }
        LaterEvent::ReplacementIssued { number, blank_serial, attendance } => {
            let outcome = Outcome {
                blank_serial: Some(blank_serial.clone()),
                attendance: attendance.clone(),
                ..outcome(entry, Some(number))
            };
            (Stage::Issued, outcome, None)
        }
        LaterEvent::ProofIssued { number, attendance, standing } => {
            let outcome = Outcome {
                attendance: attendance.clone(),
                standing: Some(standing.clone()),
                ..outcome(entry, Some(number))
            };
            (Stage::Issued, outcome, None)
        }
        _ => return,
    };
    case.stage = stage;
    if let Some(later) = &mut case.later {
        later.outcome = Some(outcome);
        later.taken_in = taken_in.or(later.taken_in.take());
    }
}

fn fold_afterwards(case: &mut Case, entry: &Entry, event: &LaterEvent) {
    match event {
        LaterEvent::CertificateTakenIn { certificate } => {
            if let Some(later) = &mut case.later {
                later.taken_in = Some(certificate.clone());
            }
        }
        LaterEvent::DecisionPosted { last_day } => {
            case.stage = Stage::Issued;
            if let Some(later) = &mut case.later {
                later.posting = Some(Posting { on: entry.on, last_day: *last_day });
            }
        }
        LaterEvent::LateEntryConfirmed { manifest } => {
            let Some(later) = &mut case.later else { return };
            let LaterRequest::LateEntry { blank_serial, volume_number } = &later.request else {
                return;
            };
            let (on, by) = (later.adoption.registered_on, entry.by.clone());
            case.registration = Some(Registration {
                on,
                by: by.clone(),
                certificate_number: later.adoption.certificate_number.clone(),
                blank_serial: blank_serial.clone().unwrap_or_default(),
                attendance: Vec::new(),
                confirmations: Vec::new(),
            });
            case.issue = Some(Issue { on, by: by.clone(), late_reason: None });
            case.archive = Some(Archive {
                on: entry.on,
                by,
                volume_number: volume_number.clone(),
                manifest: manifest.clone(),
            });
            later.outcome = Some(outcome(entry, None));
            case.stage = Stage::Closed;
        }
        _ => {}
    }
}

fn fold_aftermath(case: &mut Case, entry: &Entry, event: &LaterEvent) {
    let on = entry.on;
    match event {
        LaterEvent::AdoptionDissolved { number } => {
            end(case, Standing::Dissolved { on, number: number.clone() });
        }
        LaterEvent::AdoptionRevoked { number } => {
            end(case, Standing::Revoked { on, number: number.clone() });
        }
        LaterEvent::EndRecorded { by, authority, number, effective_on } => {
            let (number, authority) = (number.clone(), authority.clone());
            end(case, Standing::EndedElsewhere { on: *effective_on, by: *by, number, authority });
        }
        LaterEvent::AdoptersDied { last_died_on } => {
            case.aftermath.adopters_died = Some(*last_died_on);
            no_more_visits(case);
        }
        LaterEvent::PaperReplaced { paper, number, blank_serial } => {
            case.aftermath.replaced.push(Replaced {
                on,
                paper: *paper,
                number: number.clone(),
                blank_serial: blank_serial.clone(),
            });
        }
        LaterEvent::ProofGiven { number } => {
            case.aftermath.proofs.push(ProofGiven { on, number: number.clone() });
        }
        _ => {}
    }
}

/// The adoption no longer stands: the visits that were to follow it fall away.
fn end(case: &mut Case, standing: Standing) {
    case.aftermath.standing = standing;
    no_more_visits(case);
}

/// Nobody is left to be visited; visits that were made stay.
fn no_more_visits(case: &mut Case) {
    case.visits.retain(|visit| visit.made.is_some());
    close_when_all_is_done(case);
}
