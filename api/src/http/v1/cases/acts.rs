//! The acts of a case: each its own operation, each one command through the write path.
//!
//! A handler only extracts, calls `perform` and converts. The table below is the list of acts
//! that need nothing but the case and a body; those that name a paper, a claim or an incident by
//! its number are in [`numbered`](super::numbered).

use std::sync::Arc;

use poem::web::Data;
use poem_openapi::{OpenApi, param::Path};
use schemars::JsonSchema;
use serde::Serialize;
use uuid::Uuid;
use workflow::acts::ActState;
use workflow::case::turns::Reading;
use workflow::case::{self, Check};
use workflow::steps::accept::Accept;
use workflow::steps::appoint_assessors::AppointAssessors;
use workflow::steps::approve::{Approve, ReturnProposal};
use workflow::steps::archive::ArchiveCase;
use workflow::steps::change_fact::ChangeFact;
use workflow::steps::change_wishes::ChangeWishes;
use workflow::steps::claim::RaiseClaim;
use workflow::steps::confirm_late_entry::ConfirmLateEntry;
use workflow::steps::consent::{GiveConsent, WithdrawConsent};
use workflow::steps::consent_to_assessment::ConsentToAssessment;
use workflow::steps::correct::RequestCorrection;
use workflow::steps::declare_gift::DeclareGift;
use workflow::steps::decline::DeclineApplication;
use workflow::steps::guide::Guide;
use workflow::steps::incident::ReportIncident;
use workflow::steps::inquire::Inquire;
use workflow::steps::integrate::{BreakOffIntegration, EndIntegration, StartIntegration};
use workflow::steps::issue::IssueCertificate;
use workflow::steps::issue_proof::IssueProof;
use workflow::steps::issue_replacement::IssueReplacement;
use workflow::steps::lend::ReturnVolume;
use workflow::steps::notify_assessment::NotifyAssessment;
use workflow::steps::propose::Propose;
use workflow::steps::publish_notice::PublishNotice;
use workflow::steps::record_end::{RecordAdoptersDeath, RecordEnd};
use workflow::steps::refuse::Refuse;
use workflow::steps::register::Register;
use workflow::steps::register_dissolution::RegisterDissolution;
use workflow::steps::replace_officer::ReplaceOfficer;
use workflow::steps::report::SubmitReport;
use workflow::steps::revoke::{DecideRevocation, PostDecision, TakeInCertificate};
use workflow::steps::visit::VisitForAssessment;
use workflow::steps::visit_after_adoption::VisitAfterAdoption;
use workflow::steps::withdraw::Withdraw;
use workflow::{CaseId, Command, Event, Message};

use crate::execute::{Failure, Outcome, Request, Target, execute};
use crate::http::answer::Problem;
use crate::http::answer::output::Output;
use crate::http::body::headers::{IdempotencyKey, IfMatch};
use crate::http::body::input::Input;
use crate::http::service::Service;
use crate::http::sign_in::caller::Caller;
use crate::http::v1::Group;
use crate::reading::consult::possible_acts;
use crate::store::cases;

/// What was done.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Done {
    /// The case.
    pub case_id: CaseId,
    /// Its version after the act, for the next `If-Match`.
    pub version: u32,
    /// What happened; empty where an earlier request with the same key had done it.
    pub events: Vec<EventBrief>,
    /// What whoever acts is told beside it, such as another case of the same child.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<Message>,
}

/// One event, in short.
#[derive(Debug, Serialize, JsonSchema)]
pub struct EventBrief {
    /// What happened.
    pub kind: &'static str,
    /// The number of the paper, claim, incident or visit it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub number: Option<u32>,
}

impl From<&Event> for EventBrief {
    fn from(event: &Event) -> EventBrief {
        let number = match event {
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
            _ => None,
        };
        EventBrief { kind: event.kind(), number }
    }
}

impl From<Outcome> for Output<Done> {
    fn from(outcome: Outcome) -> Output<Done> {
        let version = outcome.version;
        let events = outcome.events.iter().map(EventBrief::from).collect();
        let notes = outcome.notes;
        Output::versioned(Done { case_id: outcome.case_id, version, events, notes }, version)
    }
}

/// The headers of an act.
pub(in crate::http::v1) struct Headers {
    pub if_match: IfMatch,
    pub idempotency_key: IdempotencyKey,
}

/// Does the act.
pub(in crate::http::v1) async fn perform(
    caller: &Caller,
    service: &Service,
    target: Target,
    headers: Headers,
    command: Command,
) -> Result<Outcome, Problem> {
    let request = Request {
        target,
        expected_version: headers.if_match.0,
        idempotency_key: headers.idempotency_key.0,
        command,
    };
    match execute(&service.app, caller.asker(), request).await {
        Ok(outcome) => Ok(outcome),
        Err(failure) => Err(with_allowed(caller, service, target, failure).await?),
    }
}

/// A refusal says which acts are possible instead.
pub(in crate::http::v1) async fn with_allowed(
    caller: &Caller,
    service: &Service,
    target: Target,
    failure: Failure,
) -> Result<Problem, Problem> {
    let (Failure::Refused(_), Target::Case(case_id)) = (&failure, target) else {
        return Ok(failure.into());
    };
    let reader = service.app.store.reader();
    let Some(history) = cases::load(reader, case_id).await? else {
        return Ok(failure.into());
    };
    let statuses = possible_acts(&service.app, caller.asker(), case_id, &history).await?;
    let possible = statuses.into_iter().filter(|status| status.state == ActState::Possible);
    Ok(Problem::from(failure).allowing(possible.map(|status| status.act.word())))
}

/// The acts of a case.
pub struct Acts;

/// Writes one operation for each act of the table.
macro_rules! acts {
    ($( $(#[$summary:meta])* $method:ident $path:tt $operation:tt $body:ty => $command:path; )*) => {
        #[OpenApi(prefix_path = "/v1/cases", tag = "Group::Cases")]
        impl Acts {
            $(
                $(#[$summary])*
                #[oai(path = $path, method = "post", operation_id = $operation)]
                #[allow(clippy::too_many_arguments, reason = "each is one part of the request")]
                async fn $method(
                    &self,
                    caller: Caller,
                    service: Data<&Arc<Service>>,
                    case: Path<Uuid>,
                    #[oai(name = "If-Match")] if_match: IfMatch,
                    #[oai(name = "Idempotency-Key")] idempotency_key: IdempotencyKey,
                    body: Input<$body>,
                ) -> Result<Output<Done>, Problem> {
                    let target = Target::Case(CaseId(case.0));
                    let headers = Headers { if_match, idempotency_key };
                    let command = $command(body.0);
                    Ok(perform(&caller, &service, target, headers, command).await?.into())
                }
            )*
        }
    };
}

acts! {
    /// Tell the parties at once of everything that is missing or not in order (一次性告知)
    request_correction "/:case/corrections" "request_correction" RequestCorrection => Command::RequestCorrection;
    /// Decline the application (不予受理)
    decline "/:case/non-acceptance" "decline_application" DeclineApplication => Command::DeclineApplication;
    /// Record a check made with another authority
    check "/:case/checks" "record_check" Check => Command::RecordCheck;
    /// Accept the application (受理)
    accept "/:case/acceptance" "accept_case" Accept => Command::Accept;
    /// Record that the public notice was published (公告)
    publish_notice "/:case/public-notice" "publish_notice" PublishNotice => Command::PublishNotice;
    /// Record a claim to the child (认领)
    raise_claim "/:case/claims" "raise_claim" RaiseClaim => Command::RaiseClaim;
    /// Tell the applicants of the assessment (评估书面告知)
    notify_assessment "/:case/assessment/notice" "notify_assessment" NotifyAssessment => Command::NotifyAssessment;
    /// Record an applicant's own consent to the assessment
    consent_to_assessment "/:case/assessment/consents" "consent_to_assessment" ConsentToAssessment => Command::ConsentToAssessment;
    /// Appoint the assessors
    appoint_assessors "/:case/assessment/appointments" "appoint_assessors" AppointAssessors => Command::AppointAssessors;
    /// Record a visit of the assessment
    visit_for_assessment "/:case/assessment/visits" "record_assessment_visit" VisitForAssessment => Command::VisitForAssessment;
    /// Start integration (融合)
    start_integration "/:case/assessment/integration-start" "start_integration" StartIntegration => Command::StartIntegration;
    /// End integration
    end_integration "/:case/assessment/integration-end" "end_integration" EndIntegration => Command::EndIntegration;
    /// Break integration off
    break_off_integration "/:case/assessment/integration-break" "break_off_integration" BreakOffIntegration => Command::BreakOffIntegration;
    /// Submit the assessment report for printing and signing
    submit_report "/:case/assessment/report" "submit_report" SubmitReport => Command::SubmitReport;
    /// Report a circumstance that must be reported
    report_incident "/:case/incidents" "report_incident" ReportIncident => Command::ReportIncident;
    /// Record an inquiry of one person (询问)
    inquire "/:case/inquiries" "record_inquiry" Inquire => Command::Inquire;
    /// Record a consent (同意)
    give_consent "/:case/consents" "give_consent" GiveConsent => Command::GiveConsent;
    /// Record that a consent was taken back
    withdraw_consent "/:case/consent-withdrawals" "withdraw_consent" WithdrawConsent => Command::WithdrawConsent;
    /// Record family-education guidance (家庭教育指导)
    guide "/:case/guidance" "record_guidance" Guide => Command::Guide;
    /// Record a change of fact
    change_fact "/:case/changes" "record_change" ChangeFact => Command::ChangeFact;
    /// Record what the parties ask for: secrecy, an agreement, a notarisation
    change_wishes "/:case/wishes" "change_wishes" ChangeWishes => Command::ChangeWishes;
    /// Draw up a mandate between spouses (委托书)
    prepare_mandate "/:case/mandates" "prepare_mandate" case::Mandate => Command::PrepareMandate;
    /// Note that a party did not sign that no gift was given (拒签)
    note_refusal_to_sign "/:case/unsigned-statements" "note_refusal_to_sign" case::UnsignedStatement => Command::NoteRefusalToSign;
    /// Declare for oneself whether a gift of a party was taken (馈赠申报)
    declare_gift "/:case/gift-declarations" "declare_gift" DeclareGift => Command::DeclareGift;
    /// Hand the case to another registrar
    replace_officer "/:case/officer" "replace_officer" ReplaceOfficer => Command::ReplaceOfficer;
    /// Record that a paper was served (送达)
    record_service "/:case/services" "record_service" case::Service => Command::RecordService;
    /// Put the case before the leader (报批)
    propose "/:case/proposal" "propose_case" Propose => Command::Propose;
    /// Send a proposal back to the registrar
    return_proposal "/:case/proposal-return" "return_proposal" ReturnProposal => Command::ReturnProposal;
    /// Approve (批准)
    approve "/:case/approval" "approve_case" Approve => Command::Approve;
    /// Register the adoption (登记)
    register "/:case/registration" "register_adoption" Register => Command::Register;
    /// Issue the certificate (颁证)
    issue "/:case/issue" "issue_certificate" IssueCertificate => Command::IssueCertificate;
    /// Close the archive volume (归档)
    archive "/:case/archive" "archive_case" ArchiveCase => Command::Archive;
    /// Hand the volume out for reading on the spot (查阅)
    lend_volume "/:case/readings" "lend_volume" Reading => Command::LendVolume;
    /// Take the volume back
    return_volume "/:case/reading-return" "return_volume" ReturnVolume => Command::ReturnVolume;
    /// Record a visit after the adoption (回访)
    visit_after_adoption "/:case/follow-up-visits" "record_follow_up_visit" VisitAfterAdoption => Command::VisitAfterAdoption;
    /// Refuse registration (不予登记)
    refuse "/:case/refusal" "refuse_case" Refuse => Command::Refuse;
    /// Record that a party withdrew (撤回申请)
    withdraw "/:case/withdrawal" "withdraw_case" Withdraw => Command::Withdraw;
    /// Register the dissolution (解除登记)
    register_dissolution "/:case/dissolution" "register_dissolution" RegisterDissolution => Command::RegisterDissolution;
    /// Decide to revoke the registration (撤销决定)
    decide_revocation "/:case/revocation" "decide_revocation" DecideRevocation => Command::DecideRevocation;
    /// Record what became of the certificate (收缴)
    take_in_certificate "/:case/certificate-return" "take_in_certificate" TakeInCertificate => Command::TakeInCertificate;
    /// Post the decision on the notice board (张贴)
    post_decision "/:case/posting" "post_decision" PostDecision => Command::PostDecision;
    /// Issue the replacement (补发)
    issue_replacement "/:case/replacement" "issue_replacement" IssueReplacement => Command::IssueReplacement;
    /// Issue the proof of adoption (出具收养关系证明)
    issue_proof "/:case/proof" "issue_proof" IssueProof => Command::IssueProof;
    /// Confirm a late entry against the paper volume (补录核对)
    confirm_late_entry "/:case/late-entry-confirmation" "confirm_late_entry" ConfirmLateEntry => Command::ConfirmLateEntry;
    /// Record that a court or another office ended the adoption (法院解除、确认无效，其他登记机关解除)
    record_end "/:case/end" "record_end" RecordEnd => Command::RecordEnd;
    /// Record that every adopter has died, so that the child may be adopted again
    record_adopters_death "/:case/adopters-death" "record_adopters_death" RecordAdoptersDeath => Command::RecordAdoptersDeath;
}
