//! What may be asked of a case.

mod written;

use crate::base::act::Act;
use crate::base::ids::CaseId;
use crate::case::later::LaterRequest;
use crate::case::turns::{Reading, UnsignedStatement};
use crate::case::{Case, Check, Mandate, Procedure, Service};
use crate::facts::Facts;
use crate::law::numbers::{BlankKey, Series, certificate_number};
use crate::steps::{
    accept::Accept,
    apply::Apply,
    appoint_assessors::AppointAssessors,
    approve::{Approve, ReturnProposal},
    archive::ArchiveCase,
    change_fact::ChangeFact,
    change_wishes::ChangeWishes,
    claim::{RaiseClaim, SettleClaim},
    confirm_late_entry::ConfirmLateEntry,
    consent::{GiveConsent, WithdrawConsent},
    consent_to_assessment::ConsentToAssessment,
    correct::RequestCorrection,
    declare_gift::DeclareGift,
    decline::DeclineApplication,
    file_paper::FilePaper,
    guide::Guide,
    incident::{CloseIncident, ReportIncident},
    inquire::Inquire,
    integrate::{BreakOffIntegration, EndIntegration, StartIntegration},
    issue::IssueCertificate,
    issue_proof::IssueProof,
    issue_replacement::IssueReplacement,
    lend::ReturnVolume,
    notify_assessment::NotifyAssessment,
    open_dissolution::OpenDissolution,
    open_late_entry::OpenLateEntry,
    open_proof::OpenProof,
    open_replacement::OpenReplacement,
    open_revocation::OpenRevocation,
    propose::Propose,
    publish_notice::PublishNotice,
    record_end::{RecordAdoptersDeath, RecordEnd},
    refuse::Refuse,
    register::Register,
    register_dissolution::RegisterDissolution,
    replace_officer::ReplaceOfficer,
    report::SubmitReport,
    revoke::{DecideRevocation, PostDecision, TakeInCertificate},
    verify_paper::{RejectPaper, VerifyPaper},
    visit::VisitForAssessment,
    visit_after_adoption::VisitAfterAdoption,
    withdraw::Withdraw,
};

/// A command with its data. Numbers beside the data name the paper, claim or incident it is about.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(test, derive(serde::Serialize, serde::Deserialize))]
#[allow(missing_docs, reason = "each command is documented where its data is")]
pub enum Command {
    Apply(Box<Apply>),
    FilePaper(FilePaper),
    VerifyPaper(u32, VerifyPaper),
    RejectPaper(u32, RejectPaper),
    RequestCorrection(RequestCorrection),
    DeclineApplication(DeclineApplication),
    RecordCheck(Check),
    Accept(Accept),
    PublishNotice(PublishNotice),
    RaiseClaim(RaiseClaim),
    SettleClaim(u32, SettleClaim),
    NotifyAssessment(NotifyAssessment),
    ConsentToAssessment(ConsentToAssessment),
    AppointAssessors(AppointAssessors),
    VisitForAssessment(VisitForAssessment),
    StartIntegration(StartIntegration),
    EndIntegration(EndIntegration),
    BreakOffIntegration(BreakOffIntegration),
    SubmitReport(SubmitReport),
    ReportIncident(ReportIncident),
    CloseIncident(u32, CloseIncident),
    Inquire(Inquire),
    GiveConsent(GiveConsent),
    WithdrawConsent(WithdrawConsent),
    Guide(Guide),
    ChangeFact(ChangeFact),
    ChangeWishes(ChangeWishes),
    PrepareMandate(Mandate),
    NoteRefusalToSign(UnsignedStatement),
    DeclareGift(DeclareGift),
    ReplaceOfficer(ReplaceOfficer),
    RecordService(Service),
    Propose(Propose),
    ReturnProposal(ReturnProposal),
    Approve(Approve),
    Register(Register),
    IssueCertificate(IssueCertificate),
    Archive(ArchiveCase),
    LendVolume(Reading),
    ReturnVolume(ReturnVolume),
    VisitAfterAdoption(VisitAfterAdoption),
    Refuse(Refuse),
    Withdraw(Withdraw),
    OpenDissolution(Box<OpenDissolution>),
    OpenRevocation(Box<OpenRevocation>),
    OpenReplacement(Box<OpenReplacement>),
    OpenProof(Box<OpenProof>),
    OpenLateEntry(Box<OpenLateEntry>),
    RegisterDissolution(RegisterDissolution),
    DecideRevocation(DecideRevocation),
    TakeInCertificate(TakeInCertificate),
    PostDecision(PostDecision),
    IssueReplacement(IssueReplacement),
    IssueProof(IssueProof),
    ConfirmLateEntry(ConfirmLateEntry),
    RecordEnd(RecordEnd),
    RecordAdoptersDeath(RecordAdoptersDeath),
}

impl Command {
    /// The act this command asks for.
    pub fn act(&self) -> Act {
        match self {
            Command::Apply(_) => Act::Apply,
            Command::FilePaper(_) => Act::FilePaper,
            Command::VerifyPaper(..) => Act::VerifyPaper,
            Command::RejectPaper(..) => Act::RejectPaper,
            Command::RequestCorrection(_) => Act::RequestCorrection,
            Command::DeclineApplication(_) => Act::DeclineApplication,
            Command::RecordCheck(_) => Act::RecordCheck,
            Command::Accept(_) => Act::Accept,
            Command::PublishNotice(_) => Act::PublishNotice,
            Command::RaiseClaim(_) => Act::RaiseClaim,
            Command::SettleClaim(..) => Act::SettleClaim,
            Command::NotifyAssessment(_) => Act::NotifyAssessment,
            Command::ConsentToAssessment(_) => Act::ConsentToAssessment,
            Command::AppointAssessors(_) => Act::AppointAssessors,
            Command::VisitForAssessment(_) => Act::VisitForAssessment,
            Command::StartIntegration(_) => Act::StartIntegration,
            Command::EndIntegration(_) => Act::EndIntegration,
            Command::BreakOffIntegration(_) => Act::BreakOffIntegration,
            Command::SubmitReport(_) => Act::SubmitReport,
            Command::ReportIncident(_) => Act::ReportIncident,
            Command::CloseIncident(..) => Act::CloseIncident,
            Command::Inquire(_) => Act::Inquire,
            Command::GiveConsent(_) => Act::GiveConsent,
            Command::WithdrawConsent(_) => Act::WithdrawConsent,
            Command::Guide(_) => Act::Guide,
            Command::ChangeFact(_) => Act::ChangeFact,
            Command::ChangeWishes(_) => Act::ChangeWishes,
            Command::PrepareMandate(_) => Act::PrepareMandate,
            Command::NoteRefusalToSign(_) => Act::NoteRefusalToSign,
            Command::DeclareGift(_) => Act::DeclareGift,
            Command::ReplaceOfficer(_) => Act::ReplaceOfficer,
            Command::RecordService(_) => Act::RecordService,
            Command::Propose(_) => Act::Propose,
            Command::ReturnProposal(_) => Act::ReturnProposal,
            Command::Approve(_) => Act::Approve,
            Command::Register(_) => Act::Register,
            Command::IssueCertificate(_) => Act::IssueCertificate,
            Command::Archive(_) => Act::Archive,
            Command::LendVolume(_) => Act::LendVolume,
            Command::ReturnVolume(_) => Act::ReturnVolume,
            Command::VisitAfterAdoption(_) => Act::VisitAfterAdoption,
            Command::Refuse(_) => Act::Refuse,
            Command::Withdraw(_) => Act::Withdraw,
            Command::OpenDissolution(_) => Act::OpenDissolution,
            Command::OpenRevocation(_) => Act::OpenRevocation,
            Command::OpenReplacement(_) => Act::OpenReplacement,
            Command::OpenProof(_) => Act::OpenProof,
            Command::OpenLateEntry(_) => Act::OpenLateEntry,
            Command::RegisterDissolution(_) => Act::RegisterDissolution,
            Command::DecideRevocation(_) => Act::DecideRevocation,
            Command::TakeInCertificate(_) => Act::TakeInCertificate,
            Command::PostDecision(_) => Act::PostDecision,
            Command::IssueReplacement(_) => Act::IssueReplacement,
            Command::IssueProof(_) => Act::IssueProof,
            Command::ConfirmLateEntry(_) => Act::ConfirmLateEntry,
            Command::RecordEnd(_) => Act::RecordEnd,
            Command::RecordAdoptersDeath(_) => Act::RecordAdoptersDeath,
        }
    }

    /// The series this command draws a number from, if it draws one, in a case of this procedure.
    pub fn series(&self, procedure: Procedure) -> Option<Series> {
        match self {
            Command::Register(_) => Some(Series::Certificate),
            Command::Archive(_) => Some(Series::Volume(procedure)),
            Command::RegisterDissolution(_) => Some(Series::Dissolution),
            Command::DecideRevocation(_) => Some(Series::Revocation),
            Command::IssueReplacement(_) => Some(Series::Replacement),
            Command::IssueProof(_) => Some(Series::Proof),
            command if command.act().opens_a_case() => Some(Series::Application),
            _ => None,
        }
    }

    /// Whether the rule of one adoption for one child is settled here, so that the rows of its
    /// persons must be locked (SEQ-16).
    pub fn crosses_cases(&self) -> bool {
        matches!(
            self.act(),
            Act::Apply
                | Act::Accept
                | Act::Propose
                | Act::Approve
                | Act::Register
                | Act::OpenLateEntry
                | Act::ConfirmLateEntry
        )
    }

    /// The adoption a command that opens a later procedure is about.
    pub fn adoption(&self) -> Option<CaseId> {
        match self {
            Command::OpenDissolution(data) => Some(data.adoption),
            Command::OpenRevocation(data) => Some(data.adoption),
            Command::OpenReplacement(data) => Some(data.adoption),
            Command::OpenProof(data) => Some(data.adoption),
            _ => None,
        }
    }

    /// The certificate number this command brings into the ledger: a new one as it was drawn, or that
    /// of a registration entered late.
    pub fn certificate_number(&self, case: Option<&Case>, facts: &Facts) -> Option<String> {
        match self {
            Command::Register(_) => Some(certificate_number(facts)),
            Command::OpenLateEntry(data) => Some(data.certificate_number.clone()),
            Command::ConfirmLateEntry(_) => {
                Some(case?.later.as_ref()?.adoption.certificate_number.clone())
            }
            _ => None,
        }
    }

    /// The blank this command uses up: its form and its serial.
    pub fn blank(&self, case: Option<&Case>) -> Option<BlankKey> {
        match self {
            Command::Register(data) => Some(BlankKey::of_certificate(&data.blank_serial)),
            Command::RegisterDissolution(data) => {
                Some(BlankKey::of_dissolution_proof(&data.blank_serial))
            }
            Command::IssueReplacement(data) => BlankKey::of_replacement(case?, &data.blank_serial),
            Command::OpenLateEntry(data) => {
                data.blank_serial.as_deref().map(BlankKey::of_certificate)
            }
            Command::ConfirmLateEntry(_) => match &case?.later.as_ref()?.request {
                LaterRequest::LateEntry { blank_serial, .. } => {
                    blank_serial.as_deref().map(BlankKey::of_certificate)
                }
                _ => None,
            },
            _ => None,
        }
    }
}
