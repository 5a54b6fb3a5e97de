//! What is true of an event whatever its case: its tag, what it is about, and whether it voids a decision.

use super::{AssessmentEvent, Event, LaterEvent};
use crate::case::turns::GiftAnswer;
use crate::case::{Case, PaperKind};

impl Event {
    /// The tag written in the event row.
    pub fn kind(&self) -> &'static str {
        match self {
            Event::Assessment(event) => event.kind(),
            Event::Later(event) => event.kind(),
            event => event.into(),
        }
    }

    /// Whether time alone brought it. Nobody decided it, so what a person saw before it still holds.
    pub fn is_of_time(&self) -> bool {
        matches!(self, Event::DeadlinesMoved(_) | Event::PeriodEnded(_) | Event::BecameOverdue(_))
    }

    /// Whether a number was given to somebody with it, or one that was given holds no longer.
    pub fn gives_or_voids_a_number(&self) -> bool {
        let Event::Later(event) = self else { return matches!(self, Event::Registered { .. }) };
        match event {
            LaterEvent::DissolutionRegistered { .. }
            | LaterEvent::RevocationDecided { .. }
            | LaterEvent::ReplacementIssued { .. }
            | LaterEvent::ProofIssued { .. }
            | LaterEvent::LateEntryConfirmed { .. }
            | LaterEvent::EndRecorded { .. } => true,
            // What is left in the adoption's own case is written with one of these.
            LaterEvent::AdoptionDissolved { .. }
            | LaterEvent::AdoptionRevoked { .. }
            | LaterEvent::PaperReplaced { .. }
            | LaterEvent::ProofGiven { .. }
            | LaterEvent::LaterApplicationFiled(_)
            | LaterEvent::CertificateTakenIn { .. }
            | LaterEvent::DecisionPosted { .. }
            | LaterEvent::AdoptersDied { .. } => false,
        }
    }

    /// The number of the paper, claim, incident, reading or visit of the case that it is about.
    pub fn number(&self) -> Option<u32> {
        match self {
            Event::PaperFiled { number, .. }
            | Event::PaperVerified { number, .. }
            | Event::PaperRejected { number, .. }
            | Event::ClaimRaised { number, .. }
            | Event::ClaimSettled { number, .. }
            | Event::IncidentReported { number, .. }
            | Event::IncidentClosed { number, .. }
            | Event::CorrectionRequested { number, .. }
            | Event::VolumeLent { number, .. }
            | Event::VolumeReturned { number, .. }
            | Event::FollowUpVisited { number, .. } => Some(*number),
            Event::ApplicationFiled(_)
            | Event::ApplicationDeclined { .. }
            | Event::CheckRecorded { .. }
            | Event::Accepted { .. }
            | Event::NoticePublished { .. }
            | Event::AssessmentNotified { .. }
            | Event::AssessmentConsented { .. }
            | Event::AssessorsAppointed { .. }
            | Event::AssessmentVisited { .. }
            | Event::IntegrationStarted { .. }
            | Event::IntegrationEnded { .. }
            | Event::IntegrationBrokenOff { .. }
            | Event::ReportSubmitted { .. }
            | Event::InquiryHeld { .. }
            | Event::ConsentGiven { .. }
            | Event::ConsentWithdrawn { .. }
            | Event::GuidanceGiven(_)
            | Event::FactChanged { .. }
            | Event::WishesChanged { .. }
            | Event::MandatePrepared { .. }
            | Event::SigningRefused(_)
            | Event::GiftDeclared { .. }
            | Event::OfficerReplaced { .. }
            | Event::DocumentServed { .. }
            | Event::Proposed { .. }
            | Event::ProposalReturned { .. }
            | Event::Approved { .. }
            | Event::Registered { .. }
            | Event::CertificateIssued { .. }
            | Event::Archived { .. }
            | Event::Refused { .. }
            | Event::Withdrawn { .. }
            | Event::DeadlinesMoved(_)
            | Event::PeriodEnded(_)
            | Event::BecameOverdue(_)
            | Event::Later(_) => None,
            Event::Assessment(event) => event.number(),
        }
    }

    /// An approval binds to one version: any later change of fact, paper, consent, inquiry or
    /// assessment voids it (SEQ-7). The signed approval form and a spouse's mandate belong to the
    /// decision and to the registration themselves, so filing them changes nothing it rests on.
    pub(crate) fn touches_the_decision(&self, case: &Case) -> bool {
        let paper_of = |number: u32| {
            case.papers.iter().find(|paper| paper.number == number).map(|paper| paper.slot.paper)
        };
        let harmless = |paper: PaperKind| {
            matches!(
                paper,
                PaperKind::ApprovalForm | PaperKind::SpouseMandate | PaperKind::ServiceReceipt
            )
        };
        match self {
            Event::PaperFiled { slot, .. } => !harmless(slot.paper),
            Event::PaperVerified { number, .. } | Event::PaperRejected { number, .. } => {
                !paper_of(*number).is_some_and(harmless)
            }
            Event::CheckRecorded { .. }
            | Event::NoticePublished { .. }
            | Event::ClaimRaised { .. }
            | Event::ClaimSettled { .. }
            | Event::AssessmentNotified { .. }
            | Event::AssessmentConsented { .. }
            | Event::AssessorsAppointed { .. }
            | Event::AssessmentVisited { .. }
            | Event::IntegrationStarted { .. }
            | Event::IntegrationEnded { .. }
            | Event::IntegrationBrokenOff { .. }
            | Event::ReportSubmitted { .. }
            | Event::IncidentReported { .. }
            | Event::IncidentClosed { .. }
            | Event::InquiryHeld { .. }
            | Event::ConsentGiven { .. }
            | Event::ConsentWithdrawn { .. }
            | Event::GuidanceGiven(_)
            | Event::FactChanged { .. }
            | Event::WishesChanged { .. }
            | Event::ProposalReturned { .. } => true,
            // What was told of a report changes nothing in it.
            Event::Assessment(event) => !matches!(event, AssessmentEvent::ResultTold { .. }),
            // One who decides or assesses may be the one who took it: the leader looks anew.
            Event::GiftDeclared { declared } => *declared == GiftAnswer::Taken,
            Event::ApplicationFiled(_)
            | Event::Accepted { .. }
            | Event::CorrectionRequested { .. }
            | Event::ApplicationDeclined { .. }
            | Event::MandatePrepared { .. }
            | Event::SigningRefused(_)
            | Event::OfficerReplaced { .. }
            | Event::DocumentServed { .. }
            | Event::VolumeLent { .. }
            | Event::VolumeReturned { .. }
            | Event::Proposed { .. }
            | Event::Approved { .. }
            | Event::Registered { .. }
            | Event::CertificateIssued { .. }
            | Event::Archived { .. }
            | Event::FollowUpVisited { .. }
            | Event::Refused { .. }
            | Event::Withdrawn { .. }
            | Event::Later(_)
            // A day that moved or passed voids nothing; the gates ask the calendar themselves.
            | Event::DeadlinesMoved(_)
            | Event::PeriodEnded(_)
            | Event::BecameOverdue(_) => false,
        }
    }
}
