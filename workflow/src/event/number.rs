//! The number of what an event is about.

use super::Event;

impl Event {
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
        }
    }
}
