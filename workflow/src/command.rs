//! What may be asked of a case.

use crate::act::Act;
use crate::case::turns::Reading;
use crate::case::{Check, Mandate, Service};
use crate::law::numbers::Series;
use crate::steps::{
    accept::Accept,
    apply::Apply,
    appoint_assessors::AppointAssessors,
    approve::{Approve, ReturnProposal},
    archive::ArchiveCase,
    change_fact::ChangeFact,
    change_wishes::ChangeWishes,
    claim::{RaiseClaim, SettleClaim},
    consent::{GiveConsent, WithdrawConsent},
    consent_to_assessment::ConsentToAssessment,
    correct::RequestCorrection,
    decline::DeclineApplication,
    file_paper::FilePaper,
    guide::Guide,
    incident::{CloseIncident, ReportIncident},
    inquire::Inquire,
    integrate::{BreakOffIntegration, EndIntegration, StartIntegration},
    issue::IssueCertificate,
    lend::ReturnVolume,
    notify_assessment::NotifyAssessment,
    propose::Propose,
    publish_notice::PublishNotice,
    refuse::Refuse,
    register::Register,
    replace_officer::ReplaceOfficer,
    report::SubmitReport,
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
        }
    }

    /// The series this command draws a number from, if it draws one.
    pub fn series(&self) -> Option<Series> {
        match self {
            Command::Apply(_) => Some(Series::Application),
            Command::Register(_) => Some(Series::Certificate),
            Command::Archive(_) => Some(Series::Volume),
            _ => None,
        }
    }

    /// Whether the rule of one adoption for one child is settled here, so that the rows of its
    /// persons must be locked (SEQ-16).
    pub fn crosses_cases(&self) -> bool {
        matches!(self.act(), Act::Apply | Act::Accept | Act::Propose | Act::Approve | Act::Register)
    }
}
