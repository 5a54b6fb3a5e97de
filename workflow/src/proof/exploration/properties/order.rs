//! 规范 art. 11: application, acceptance, review, proposal, approval, registration, issue, archive, visits;
//! and the other ways a case ends.

use super::History;
use crate::event::Event;

/// How far a case has come, read from what was done before the newest act.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Phase {
    Applied,
    InReview,
    Registered,
    Issued,
    Archived,
    Ended,
}

fn phase(history: &History) -> Phase {
    let has = |holds: fn(&Event) -> bool| history.has(holds);
    let ended = |event: &Event| {
        matches!(
            event,
            Event::Withdrawn { .. } | Event::Refused { .. } | Event::ApplicationDeclined { .. }
        )
    };
    if has(ended) {
        Phase::Ended
    } else if has(|event| matches!(event, Event::Archived { .. })) {
        Phase::Archived
    } else if has(|event| matches!(event, Event::CertificateIssued { .. })) {
        Phase::Issued
    } else if has(|event| matches!(event, Event::Registered { .. })) {
        Phase::Registered
    } else if has(|event| matches!(event, Event::Accepted { .. })) {
        Phase::InReview
    } else {
        Phase::Applied
    }
}

fn out_of_order(history: &History) -> bool {
    let phase = phase(&history.earlier());
    let fits = match &history.newest().event {
        Event::ApplicationFiled { .. } => history.0.len() == 1,
        Event::CorrectionRequested { .. }
        | Event::ApplicationDeclined { .. }
        | Event::Accepted { .. } => phase == Phase::Applied,
        Event::NoticePublished { .. }
        | Event::AssessmentNotified { .. }
        | Event::AssessmentConsented { .. }
        | Event::AssessorsAppointed { .. }
        | Event::AssessmentVisited { .. }
        | Event::IntegrationStarted { .. }
        | Event::IntegrationEnded { .. }
        | Event::IntegrationBrokenOff { .. }
        | Event::ReportSubmitted { .. }
        | Event::Assessment(_)
        | Event::InquiryHeld { .. }
        | Event::ConsentGiven { .. }
        | Event::GuidanceGiven(_)
        | Event::MandatePrepared { .. }
        | Event::SigningRefused(_)
        | Event::Proposed { .. }
        | Event::ProposalReturned { .. }
        | Event::Approved { .. }
        | Event::Refused { .. }
        | Event::Registered { .. } => phase == Phase::InReview,
        Event::CheckRecorded { .. }
        | Event::ClaimRaised { .. }
        | Event::ClaimSettled { .. }
        | Event::IncidentReported { .. }
        | Event::IncidentClosed { .. }
        | Event::ConsentWithdrawn { .. }
        | Event::FactChanged { .. }
        | Event::WishesChanged { .. }
        | Event::GiftDeclared { .. } => phase <= Phase::InReview,
        Event::CertificateIssued { .. } => phase == Phase::Registered,
        Event::Archived { .. } => {
            phase == Phase::Issued || (phase == Phase::Registered && history.revoked_unissued())
        }
        Event::FollowUpVisited { .. } => phase >= Phase::Registered && phase <= Phase::Archived,
        Event::VolumeLent { .. } | Event::VolumeReturned { .. } => phase == Phase::Archived,
        Event::OfficerReplaced { .. } => phase < Phase::Ended,
        _ => true,
    };
    !fits
}

/// A party withdraws an application, not an adoption.
fn withdrawn_too_late(history: &History) -> bool {
    let withdrawn = matches!(history.newest().event, Event::Withdrawn { .. });
    withdrawn && phase(&history.earlier()) > Phase::InReview
}

/// Nothing is proposed twice, approved twice, returned without a proposal.
fn decided_twice(history: &History) -> bool {
    let decision = history.earlier().last(|event| {
        matches!(
            event,
            Event::Proposed { .. } | Event::Approved { .. } | Event::ProposalReturned { .. }
        )
    });
    let before = decision.map(|place| &history.0[place].event);
    match &history.newest().event {
        Event::ProposalReturned { .. } => !matches!(before, Some(Event::Proposed { .. })),
        Event::Approved { .. } => !matches!(before, Some(Event::Proposed { .. })),
        _ => false,
    }
}

rows! {
    "SEQ-0", "规范 11", "each act has its place in the order of work", out_of_order;
    "SEQ-0", "规范 11", "what is decided was proposed and is not decided yet", decided_twice;
    "SEQ-13", "民法典 1104", "an application is withdrawn before it is registered", withdrawn_too_late;
}
