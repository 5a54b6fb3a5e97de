//! What happens in a case of adoption, from the application to the archive and the visits after it; every case
//! has it, with what happens in an assessment and in the procedures after a registration beside it.

use chrono::{NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};
use strum::{IntoStaticStr, VariantNames};

use super::{AssessmentEvent, LaterEvent};
use crate::base::ids::UserId;
use crate::case::assessment::{
    AssessingBody, AssessmentVisit, Assessor, BrokenIntegration, Conclusion, Finding,
    IncidentGround,
};
use crate::case::change::Change;
use crate::case::decision::{
    Attendance, ConditionReason, HarmReport, ManifestEntry, NotAccepted, RefusalReason, VisitMade,
};
use crate::case::hearing::{Answer, Check, Companion, GivenGuidance, SigningManner};
use crate::case::papers::{ComparedWith, Slot};
use crate::case::scan::Scan;
use crate::case::time::{BecameOverdue, DeadlinesMoved, PeriodEnded};
use crate::case::turns::{GiftAnswer, IncorrectPaper, Reading, UnsignedStatement};
use crate::case::{Actor, Application, ClaimOutcome, Mandate, Party, Service, Wishes};

/// One event. The tag is the event row's `kind`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, IntoStaticStr, VariantNames)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Event {
    /// 申请
    ApplicationFiled(Box<Application>),
    /// A scan was filed to a slot.
    PaperFiled {
        /// Its number in the case.
        number: u32,
        /// The slot.
        slot: Slot,
        /// The stored scan.
        scan: Scan,
        /// The day it came in, where it was taken over from a sibling's case.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        filed_on: Option<NaiveDate>,
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
    /// 一次性告知
    CorrectionRequested {
        /// Its number in the case.
        number: u32,
        /// Papers not brought.
        missing: Vec<Slot>,
        /// Papers brought and not in order.
        incorrect: Vec<IncorrectPaper>,
    },
    /// 不予受理
    ApplicationDeclined {
        /// The reasons, and what becomes of the papers.
        decision: NotAccepted,
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
    /// 融合中断
    IntegrationBrokenOff {
        /// Since when it had run, until when, and why it ended.
        broken: BrokenIntegration,
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
    GuidanceGiven(GivenGuidance),
    /// A fact of the case changed.
    FactChanged {
        /// What changed.
        change: Change,
        /// The day it happened.
        happened_on: NaiveDate,
        /// Of a change of those who owe support, whether their written consent is demanded.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        support_duty_consent_needed: bool,
    },
    /// A party asks for secrecy, an agreement or a notarisation.
    WishesChanged {
        /// Which party.
        party: Party,
        /// All that is asked for now.
        wishes: Wishes,
    },
    /// 委托书
    MandatePrepared {
        /// Who cannot come, and why.
        mandate: Mandate,
    },
    /// 拒签: a party did not sign that no gift was given.
    SigningRefused(UnsignedStatement),
    /// 馈赠申报
    GiftDeclared {
        /// What who acts says of gifts from the parties.
        declared: GiftAnswer,
    },
    /// 更换经办人
    OfficerReplaced {
        /// Who works the case from now on.
        officer: Actor,
        /// Why.
        reason: String,
    },
    /// 送达
    DocumentServed {
        /// Which paper, on whom, how and when.
        service: Service,
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
    /// 查阅档案
    VolumeLent {
        /// Its number in the case.
        number: u32,
        /// Who reads, on what ground, for what.
        reading: Reading,
    },
    /// 归还档案
    VolumeReturned {
        /// Which reading.
        number: u32,
        /// Whether every page was there.
        complete: bool,
        /// What was noticed.
        remarks: Option<String>,
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
    /// A change of the calendar moved open clocks.
    DeadlinesMoved(DeadlinesMoved),
    /// 期满: something follows from the end of a period by itself.
    PeriodEnded(PeriodEnded),
    /// 逾期: a last day passed without what it waits for.
    BecameOverdue(BecameOverdue),
    /// What happens in an assessment that is scored.
    #[serde(untagged)]
    Assessment(AssessmentEvent),
    /// What happens in the procedures after a registration.
    #[serde(untagged)]
    Later(LaterEvent),
}
