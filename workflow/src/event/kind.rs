//! The tag of an event as the log and the answers write it.

use super::Event;

impl Event {
    /// The tag written in the event row.
    pub fn kind(&self) -> &'static str {
        match self {
            Event::ApplicationFiled(_) => "application_filed",
            Event::PaperFiled { .. } => "paper_filed",
            Event::PaperVerified { .. } => "paper_verified",
            Event::PaperRejected { .. } => "paper_rejected",
            Event::CorrectionRequested { .. } => "correction_requested",
            Event::ApplicationDeclined { .. } => "application_declined",
            Event::CheckRecorded { .. } => "check_recorded",
            Event::Accepted { .. } => "accepted",
            Event::NoticePublished { .. } => "notice_published",
            Event::ClaimRaised { .. } => "claim_raised",
            Event::ClaimSettled { .. } => "claim_settled",
            Event::AssessmentNotified { .. } => "assessment_notified",
            Event::AssessmentConsented { .. } => "assessment_consented",
            Event::AssessorsAppointed { .. } => "assessors_appointed",
            Event::AssessmentVisited { .. } => "assessment_visited",
            Event::IntegrationStarted { .. } => "integration_started",
            Event::IntegrationEnded { .. } => "integration_ended",
            Event::IntegrationBrokenOff { .. } => "integration_broken_off",
            Event::ReportSubmitted { .. } => "report_submitted",
            Event::IncidentReported { .. } => "incident_reported",
            Event::IncidentClosed { .. } => "incident_closed",
            Event::InquiryHeld { .. } => "inquiry_held",
            Event::ConsentGiven { .. } => "consent_given",
            Event::ConsentWithdrawn { .. } => "consent_withdrawn",
            Event::GuidanceGiven { .. } => "guidance_given",
            Event::FactChanged { .. } => "fact_changed",
            Event::WishesChanged { .. } => "wishes_changed",
            Event::MandatePrepared { .. } => "mandate_prepared",
            Event::SigningRefused(_) => "signing_refused",
            Event::GiftDeclared { .. } => "gift_declared",
            Event::OfficerReplaced { .. } => "officer_replaced",
            Event::DocumentServed { .. } => "document_served",
            Event::Proposed { .. } => "proposed",
            Event::ProposalReturned { .. } => "proposal_returned",
            Event::Approved { .. } => "approved",
            Event::Registered { .. } => "registered",
            Event::CertificateIssued { .. } => "certificate_issued",
            Event::Archived { .. } => "archived",
            Event::FollowUpVisited { .. } => "follow_up_visited",
            Event::VolumeLent { .. } => "volume_lent",
            Event::VolumeReturned { .. } => "volume_returned",
            Event::Refused { .. } => "refused",
            Event::Withdrawn { .. } => "withdrawn",
            Event::DeadlinesMoved(_) => "deadlines_moved",
            Event::PeriodEnded(_) => "period_ended",
            Event::BecameOverdue(_) => "became_overdue",
            Event::Later(event) => event.kind(),
        }
    }

    /// Whether time alone brought it. Nobody decided it, so what a person saw before it still holds.
    pub fn is_of_time(&self) -> bool {
        matches!(self, Event::DeadlinesMoved(_) | Event::PeriodEnded(_) | Event::BecameOverdue(_))
    }
}
