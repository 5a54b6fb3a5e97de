//! Proposal, approval, registration, issue, archive, visits, and the other endings.

use crate::base::document::DocumentKind;
use crate::base::message::Message;
use crate::base::stage::Stage;
use crate::case::{
    Approval, Archive, Case, Ending, FollowUpVisit, Issue, PaperKind, Proposal, Registration,
};
use crate::event::{Entry, Event};

use super::meaning::{Effect, Meaning, says, tells};

/// What these events are called, are about, void and call for.
pub(super) fn meaning(event: &Event) -> Option<Meaning> {
    Some(match event {
        Event::Proposed { .. } => {
            says("报批", "the case was put before the leader").calls_for(Effect::CheckGifts)
        }
        Event::ProposalReturned { .. } => {
            says("退回报批", "the proposal was sent back").voids_the_decision()
        }
        Event::Approved { .. } => says("批准", "the leader approved"),
        // The approval form is made once more, with the certificate's number: its receipt column is what
        // the parties sign when the certificate is handed over.
        Event::Registered { certificate_number, .. } => tells(Message::new(
            format!("登记，收养关系成立，{certificate_number}"),
            format!("the adoption was registered as {certificate_number}"),
        ))
        .numbered()
        .prints(DocumentKind::Certificate)
        .prints(DocumentKind::ApprovalForm)
        .prints(DocumentKind::ResultNotice),
        Event::CertificateIssued { .. } => says("颁发收养登记证", "the certificate was issued"),
        Event::Archived { volume_number, .. } => tells(Message::new(
            format!("归档，档号{volume_number}"),
            format!("the volume {volume_number} was closed"),
        ))
        .prints(DocumentKind::Dossier),
        Event::FollowUpVisited { number, visit } => {
            let made = tells(Message::new(
                format!("第{number}次回访"),
                format!("follow-up visit {number} was made"),
            ))
            .about(*number)
            .prints(DocumentKind::VisitRecord);
            if visit.harm_report.is_some() { made.prints(DocumentKind::HarmReport) } else { made }
        }
        Event::Refused { .. } => says("不予登记", "registration was refused")
            .prints_with_receipt(DocumentKind::RefusalNotice),
        Event::Withdrawn { .. } => says("申请人撤回申请", "the application was withdrawn")
            .prints(DocumentKind::WithdrawalRecord),
        _ => return None,
    })
}

pub(super) fn fold(case: &mut Case, entry: &Entry) {
    fold_decision(case, entry);
    fold_after_registration(case, entry);
    fold_ending(case, entry);
}

fn fold_decision(case: &mut Case, entry: &Entry) {
    match &entry.event {
        Event::Proposed { opinion } => {
            case.stage = Stage::Proposed;
            case.proposal =
                Some(Proposal { on: entry.on, by: entry.by.clone(), opinion: opinion.clone() });
        }
        Event::Approved { opinion, reasons_over_report } => {
            case.stage = Stage::Approved;
            case.approval = Some(Approval {
                on: entry.on,
                by: entry.by.clone(),
                opinion: opinion.clone(),
                reasons_over_report: reasons_over_report.clone(),
                version: case.version,
            });
        }
        _ => {}
    }
}

fn fold_after_registration(case: &mut Case, entry: &Entry) {
    match &entry.event {
        Event::Registered {
            certificate_number,
            blank_serial,
            attendance,
            confirmations,
            visits_due,
        } => {
            case.stage = Stage::Registered;
            case.registration = Some(Registration {
                on: entry.on,
                by: entry.by.clone(),
                certificate_number: certificate_number.clone(),
                blank_serial: blank_serial.clone(),
                attendance: attendance.clone(),
                confirmations: confirmations.clone(),
            });
            case.visits = (1..)
                .zip(visits_due)
                .map(|(number, due_on)| FollowUpVisit { number, due_on: *due_on, made: None })
                .collect();
        }
        Event::CertificateIssued { late_reason } => {
            case.stage = Stage::Issued;
            case.issue = Some(Issue {
                on: entry.on,
                by: entry.by.clone(),
                late_reason: late_reason.clone(),
            });
        }
        Event::Archived { volume_number, manifest } => {
            case.archive = Some(Archive {
                on: entry.on,
                by: entry.by.clone(),
                volume_number: volume_number.clone(),
                manifest: manifest.clone(),
            });
            case.stage = after_archive(case);
        }
        Event::FollowUpVisited { number, visit } => {
            if let Some(scheduled) = case.visits.iter_mut().find(|due| due.number == *number) {
                scheduled.made = Some(visit.clone());
            }
            close_when_all_is_done(case);
        }
        Event::PaperVerified { .. } => close_when_all_is_done(case),
        _ => {}
    }
}

pub(super) fn close_when_all_is_done(case: &mut Case) {
    if case.stage == Stage::Archived {
        case.stage = after_archive(case);
    }
}

/// A case is closed when it is archived, every scheduled visit was made, and each has its signed
/// record in the file.
fn after_archive(case: &Case) -> Stage {
    let all_made = case.visits.iter().all(|visit| visit.made.is_some());
    let recorded = case.verified_papers(PaperKind::FollowUpRecord) >= case.visits.len();
    if all_made && recorded { Stage::Closed } else { Stage::Archived }
}

fn fold_ending(case: &mut Case, entry: &Entry) {
    match &entry.event {
        Event::Refused { reasons, papers_returned, papers_confiscated } => {
            case.stage = Stage::Refused;
            case.ending = Some(Ending::Refused {
                on: entry.on,
                by: entry.by.clone(),
                reasons: reasons.clone(),
                papers_returned: papers_returned.clone(),
                papers_confiscated: papers_confiscated.clone(),
            });
        }
        Event::Withdrawn { party, reason } => {
            case.stage = Stage::Withdrawn;
            case.ending =
                Some(Ending::Withdrawn { on: entry.on, party: *party, reason: reason.clone() });
        }
        _ => {}
    }
}
