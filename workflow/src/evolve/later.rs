//! The procedures after a registration, and what they leave in the adoption's own case.

use super::outcome::close_when_all_is_done;
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
