//! What may be asked of a case.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::case::Check;
use crate::law::numbers::Series;
use crate::steps::{
    accept::Accept,
    apply::Apply,
    appoint_assessors::AppointAssessors,
    approve::{Approve, ReturnProposal},
    archive::ArchiveCase,
    change_fact::ChangeFact,
    claim::{RaiseClaim, SettleClaim},
    consent::{GiveConsent, WithdrawConsent},
    consent_to_assessment::ConsentToAssessment,
    file_paper::FilePaper,
    guide::Guide,
    incident::{CloseIncident, ReportIncident},
    inquire::Inquire,
    integrate::{EndIntegration, StartIntegration},
    issue::IssueCertificate,
    notify_assessment::NotifyAssessment,
    propose::Propose,
    publish_notice::PublishNotice,
    refuse::Refuse,
    register::Register,
    report::SubmitReport,
    verify_paper::{RejectPaper, VerifyPaper},
    visit::VisitForAssessment,
    visit_after_adoption::VisitAfterAdoption,
    withdraw::Withdraw,
};

/// The name of an act, as the list of acts, the access table and the access log write it.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "each act is documented where its step is")]
pub enum Act {
    Apply,
    FilePaper,
    VerifyPaper,
    RejectPaper,
    RecordCheck,
    Accept,
    PublishNotice,
    RaiseClaim,
    SettleClaim,
    NotifyAssessment,
    ConsentToAssessment,
    AppointAssessors,
    VisitForAssessment,
    StartIntegration,
    EndIntegration,
    SubmitReport,
    ReportIncident,
    CloseIncident,
    Inquire,
    GiveConsent,
    WithdrawConsent,
    Guide,
    ChangeFact,
    Propose,
    ReturnProposal,
    Approve,
    Register,
    IssueCertificate,
    Archive,
    VisitAfterAdoption,
    Refuse,
    Withdraw,
}

impl Act {
    /// Every act, in the order of work.
    pub const ALL: [Act; 32] = [
        Act::Apply,
        Act::FilePaper,
        Act::VerifyPaper,
        Act::RejectPaper,
        Act::RecordCheck,
        Act::Accept,
        Act::PublishNotice,
        Act::RaiseClaim,
        Act::SettleClaim,
        Act::NotifyAssessment,
        Act::ConsentToAssessment,
        Act::AppointAssessors,
        Act::VisitForAssessment,
        Act::StartIntegration,
        Act::EndIntegration,
        Act::SubmitReport,
        Act::ReportIncident,
        Act::CloseIncident,
        Act::Inquire,
        Act::GiveConsent,
        Act::WithdrawConsent,
        Act::Guide,
        Act::ChangeFact,
        Act::Propose,
        Act::ReturnProposal,
        Act::Approve,
        Act::Register,
        Act::IssueCertificate,
        Act::Archive,
        Act::VisitAfterAdoption,
        Act::Refuse,
        Act::Withdraw,
    ];

    /// The snake_case word.
    pub fn word(self) -> String {
        match serde_json::to_value(self) {
            Ok(serde_json::Value::String(word)) => word,
            _ => String::new(),
        }
    }

    /// The act in the words of the field.
    pub fn printed(self) -> &'static str {
        match self {
            Act::Apply => "申请",
            Act::FilePaper => "收取材料",
            Act::VerifyPaper => "核验材料",
            Act::RejectPaper => "退回材料",
            Act::RecordCheck => "信息核查",
            Act::Accept => "受理",
            Act::PublishNotice => "公告",
            Act::RaiseClaim => "登记认领",
            Act::SettleClaim => "处理认领",
            Act::NotifyAssessment => "评估书面告知",
            Act::ConsentToAssessment => "确认同意评估",
            Act::AppointAssessors => "指派评估人员",
            Act::VisitForAssessment => "评估走访",
            Act::StartIntegration => "开始融合",
            Act::EndIntegration => "结束融合",
            Act::SubmitReport => "提交评估报告",
            Act::ReportIncident => "报告情形",
            Act::CloseIncident => "处理情形",
            Act::Inquire => "询问",
            Act::GiveConsent => "征求同意",
            Act::WithdrawConsent => "撤回同意",
            Act::Guide => "家庭教育指导",
            Act::ChangeFact => "情况变更",
            Act::Propose => "报批",
            Act::ReturnProposal => "退回报批",
            Act::Approve => "批准",
            Act::Register => "登记",
            Act::IssueCertificate => "颁证",
            Act::Archive => "归档",
            Act::VisitAfterAdoption => "回访",
            Act::Refuse => "不予登记",
            Act::Withdraw => "撤回申请",
        }
    }
}

/// A command with its data. Numbers beside the data name the paper, claim or incident it is about.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "each command is documented where its data is")]
pub enum Command {
    Apply(Box<Apply>),
    FilePaper(FilePaper),
    VerifyPaper(u32, VerifyPaper),
    RejectPaper(u32, RejectPaper),
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
    SubmitReport(SubmitReport),
    ReportIncident(ReportIncident),
    CloseIncident(u32, CloseIncident),
    Inquire(Inquire),
    GiveConsent(GiveConsent),
    WithdrawConsent(WithdrawConsent),
    Guide(Guide),
    ChangeFact(ChangeFact),
    Propose(Propose),
    ReturnProposal(ReturnProposal),
    Approve(Approve),
    Register(Register),
    IssueCertificate(IssueCertificate),
    Archive(ArchiveCase),
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
            Command::SubmitReport(_) => Act::SubmitReport,
            Command::ReportIncident(_) => Act::ReportIncident,
            Command::CloseIncident(..) => Act::CloseIncident,
            Command::Inquire(_) => Act::Inquire,
            Command::GiveConsent(_) => Act::GiveConsent,
            Command::WithdrawConsent(_) => Act::WithdrawConsent,
            Command::Guide(_) => Act::Guide,
            Command::ChangeFact(_) => Act::ChangeFact,
            Command::Propose(_) => Act::Propose,
            Command::ReturnProposal(_) => Act::ReturnProposal,
            Command::Approve(_) => Act::Approve,
            Command::Register(_) => Act::Register,
            Command::IssueCertificate(_) => Act::IssueCertificate,
            Command::Archive(_) => Act::Archive,
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
