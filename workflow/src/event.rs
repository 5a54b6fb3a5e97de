//! What happened in a case. Events are additive for ever: new optional fields or new variants only.

use chrono::{NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};

use crate::case::assessment::{
    AssessingBody, AssessmentVisit, Assessor, Conclusion, Finding, IncidentGround,
};
use crate::case::decision::{
    Attendance, ConditionReason, HarmReport, ManifestEntry, RefusalReason, VisitMade,
};
use crate::case::hearing::{Answer, Check, Companion, SigningManner};
use crate::case::papers::{ComparedWith, Scan, Slot};
use crate::case::{Actor, Adopter, Child, ChildKind, ClaimOutcome, Party, Placer, Wishes};
use crate::ids::UserId;
use crate::steps::change_fact::Change;

/// An event with its legal day and the person who acted: the body of a row of the log.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// The legal day (Asia/Shanghai) of the act.
    pub on: NaiveDate,
    /// Who acted.
    pub by: Actor,
    /// What happened.
    pub event: Event,
}

/// One event. The tag is the event row's `kind`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Event {
    /// 申请
    ApplicationFiled {
        /// 办件编号
        number: String,
        /// The kind of child.
        child_kind: ChildKind,
        /// 收养人
        adopters: Vec<Adopter>,
        /// 被收养人
        child: Box<Child>,
        /// 送养人
        placer: Box<Placer>,
        /// 收养原因
        reason: String,
        /// What the parties ask for.
        wishes: Wishes,
    },
    /// A scan was filed to a slot.
    PaperFiled {
        /// Its number in the case.
        number: u32,
        /// The slot.
        slot: Slot,
        /// The stored scan.
        scan: Scan,
    },
    /// A paper was found in order.
    PaperVerified {
        /// Which paper.
        number: u32,
        /// What it was compared with.
        compared_with: ComparedWith,
    },
    /// A paper was found not in order.
    PaperRejected {
        /// Which paper.
        number: u32,
        /// Why.
        reason: String,
    },
    /// A check was made with another authority.
    CheckRecorded {
        /// The check.
        check: Check,
    },
    /// 受理
    Accepted {
        /// The day the set was complete.
        complete_on: NaiveDate,
    },
    /// 公告
    NoticePublished {
        /// The newspaper.
        newspaper: String,
        /// The day of publication.
        published_on: NaiveDate,
        /// The last of its full days.
        last_day: NaiveDate,
    },
    /// 认领
    ClaimRaised {
        /// Its number in the case.
        number: u32,
        /// Who claims.
        claimant: String,
    },
    /// A claim was settled on a police or court paper.
    ClaimSettled {
        /// Which claim.
        number: u32,
        /// What the paper says.
        outcome: ClaimOutcome,
        /// The leader's reasons.
        reasons: String,
    },
    /// 评估书面告知
    AssessmentNotified {
        /// Who assesses.
        body: AssessingBody,
    },
    /// 同意评估
    AssessmentConsented {
        /// Which adopter.
        party: Party,
    },
    /// Assessors were appointed.
    AssessorsAppointed {
        /// Two or more.
        assessors: Vec<Assessor>,
    },
    /// The assessors visited or interviewed.
    AssessmentVisited {
        /// The visit.
        visit: AssessmentVisit,
    },
    /// 融合开始
    IntegrationStarted {
        /// The day.
        started_on: NaiveDate,
    },
    /// 融合结束
    IntegrationEnded {
        /// The day.
        ended_on: NaiveDate,
    },
    /// The report was submitted for printing and signing.
    ReportSubmitted {
        /// What it concludes.
        conclusion: Conclusion,
        /// Its body.
        findings: Vec<Finding>,
        /// Who signs it.
        signers: Vec<UserId>,
    },
    /// A reportable circumstance became known.
    IncidentReported {
        /// Its number in the case.
        number: u32,
        /// What it is about.
        ground: IncidentGround,
        /// The day it became known.
        known_on: NaiveDate,
        /// What happened.
        description: String,
    },
    /// The leader closed an incident.
    IncidentClosed {
        /// Which incident.
        number: u32,
        /// What was found and done.
        outcome: String,
        /// The report to the police, where one is due.
        police_report: Option<HarmReport>,
    },
    /// 询问
    InquiryHeld {
        /// Who was asked.
        party: Party,
        /// When it began.
        began_at: NaiveTime,
        /// When it ended.
        ended_at: NaiveTime,
        /// Where.
        place: String,
        /// The adult with a child.
        companion: Option<Companion>,
        /// 记录人
        recorder: String,
        /// What was asked and answered.
        answers: Vec<Answer>,
        /// How the record was read and signed.
        signing: SigningManner,
    },
    /// 同意
    ConsentGiven {
        /// Who consents.
        party: Party,
        /// How it was signed.
        signing: SigningManner,
    },
    /// A consent was taken back.
    ConsentWithdrawn {
        /// Whose.
        party: Party,
        /// Why.
        reason: String,
    },
    /// 家庭教育指导
    GuidanceGiven {
        /// Which adopter.
        party: Party,
        /// Who gave it.
        given_by: String,
        /// Where.
        place: String,
        /// How long it took.
        minutes: u32,
        /// How.
        form: String,
        /// About what.
        topics: String,
        /// What the adopter said to it.
        response: String,
    },
    /// A fact of the case changed.
    FactChanged {
        /// What changed.
        change: Change,
        /// The day it happened.
        happened_on: NaiveDate,
    },
    /// 报批
    Proposed {
        /// 审查意见
        opinion: String,
    },
    /// The leader sent the proposal back.
    ProposalReturned {
        /// Why.
        reason: String,
    },
    /// 批准
    Approved {
        /// 审批意见
        opinion: String,
        /// Reasons over a negative report.
        reasons_over_report: Vec<ConditionReason>,
    },
    /// 登记
    Registered {
        /// 收养登记证字号
        certificate_number: String,
        /// 收养登记证印制号
        blank_serial: String,
        /// Who came.
        attendance: Vec<Attendance>,
        /// What was confirmed that day.
        confirmations: Vec<Check>,
        /// The days the visits after the adoption are due.
        visits_due: Vec<NaiveDate>,
    },
    /// 颁证
    CertificateIssued {
        /// Why not on the day of registration.
        late_reason: Option<String>,
    },
    /// 归档
    Archived {
        /// 档号
        volume_number: String,
        /// The contents of the volume.
        manifest: Vec<ManifestEntry>,
    },
    /// 回访
    FollowUpVisited {
        /// Which of the scheduled visits.
        number: u32,
        /// The visit.
        visit: VisitMade,
    },
    /// 不予登记
    Refused {
        /// The reasons with their articles.
        reasons: Vec<RefusalReason>,
        /// Papers returned.
        papers_returned: Vec<u32>,
        /// False proofs confiscated.
        papers_confiscated: Vec<u32>,
    },
    /// 撤回申请
    Withdrawn {
        /// Which party withdrew.
        party: Party,
        /// Why.
        reason: String,
    },
}

impl Event {
    /// The tag written in the event row.
    pub fn kind(&self) -> &'static str {
        match self {
            Event::ApplicationFiled { .. } => "application_filed",
            Event::PaperFiled { .. } => "paper_filed",
            Event::PaperVerified { .. } => "paper_verified",
            Event::PaperRejected { .. } => "paper_rejected",
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
            Event::ReportSubmitted { .. } => "report_submitted",
            Event::IncidentReported { .. } => "incident_reported",
            Event::IncidentClosed { .. } => "incident_closed",
            Event::InquiryHeld { .. } => "inquiry_held",
            Event::ConsentGiven { .. } => "consent_given",
            Event::ConsentWithdrawn { .. } => "consent_withdrawn",
            Event::GuidanceGiven { .. } => "guidance_given",
            Event::FactChanged { .. } => "fact_changed",
            Event::Proposed { .. } => "proposed",
            Event::ProposalReturned { .. } => "proposal_returned",
            Event::Approved { .. } => "approved",
            Event::Registered { .. } => "registered",
            Event::CertificateIssued { .. } => "certificate_issued",
            Event::Archived { .. } => "archived",
            Event::FollowUpVisited { .. } => "follow_up_visited",
            Event::Refused { .. } => "refused",
            Event::Withdrawn { .. } => "withdrawn",
        }
    }
}
