//! 收养评估: notice, consent, assessors, visits, integration, report, incidents.

pub mod after;
mod assessor;
mod broken;
pub mod evidence;
mod incident;
pub mod recusal;
pub mod scored;
pub mod work;

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use after::{Review, Supplement, ToldResult};
pub use assessor::Assessor;
pub use broken::{BreakCause, BrokenIntegration, SafeReturn};
pub use incident::{Incident, IncidentConcern, Sentence};
use recusal::{RecusalRequest, Withdrawal};
use scored::Scored;
pub use work::VisitMethod;

use super::people::Party;
pub use crate::base::assessing::{AssessmentTopic, IncidentGround};
use crate::base::ids::UserId;

/// Who assesses (评估办法 arts. 5 to 7).
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum AssessingBody {
    /// 收养评估小组: the office's own team.
    OwnTeam,
    /// A commissioned third party, with its written agreement (委托协议).
    ThirdParty {
        /// The body's name.
        name: String,
        /// The number of the written agreement.
        agreement_number: String,
    },
}

/// One visit or interview of the assessment.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
pub struct AssessmentVisit {
    /// The day.
    pub on: NaiveDate,
    /// How.
    pub method: VisitMethod,
    /// Which of the appointed assessors went.
    pub assessors: Vec<UserId>,
    /// What was seen and heard.
    pub findings: String,
}

/// 融合: the child lives with the applicants before the adoption.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
pub struct Integration {
    /// The day it began.
    pub started_on: NaiveDate,
    /// The day it ended, after its full days.
    pub ended_on: Option<NaiveDate>,
}

/// What the report concludes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Conclusion {
    /// 具备收养能力
    Capable,
    /// 不具备收养能力
    NotCapable,
}

/// What was found on one of the contents of 评估办法 art. 8.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Finding {
    /// Which content.
    pub topic: AssessmentTopic,
    /// What was found.
    pub finding: String,
}

/// 收养评估报告, submitted for printing and signing. It counts once its signed scan is verified.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
pub struct Report {
    /// The day it was submitted.
    pub on: NaiveDate,
    /// What it concludes.
    pub conclusion: Conclusion,
    /// The body of the report.
    pub findings: Vec<Finding>,
    /// Who signs it: every appointed assessor.
    pub signers: Vec<UserId>,
    /// The day the signed scan was filed.
    pub filed_on: Option<NaiveDate>,
    /// The version of the case with which it was frozen; it stands on the printed report.
    #[serde(default)]
    pub version: u32,
    /// What the registrar read on the signed report, once they looked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub confirmed: Option<ReportConfirmation>,
}

/// 核对评估报告: the signed report is the one that was frozen, and bears the seal of its body.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
pub struct ReportConfirmation {
    /// The day.
    pub on: NaiveDate,
    /// The filed scan, by its number.
    pub paper: u32,
    /// Of a commissioned body, whose seal it bears.
    pub seal_of: Option<String>,
}

/// An adopter's own consent to be assessed (评估办法 art. 9(2)).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
pub struct AssessmentConsent {
    /// Who consented.
    pub party: Party,
    /// The day.
    pub on: NaiveDate,
}

/// The assessment of one application as it stands.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
pub struct Assessment {
    /// The day of the written notice (书面告知).
    pub notified_on: Option<NaiveDate>,
    /// Who assesses.
    pub body: Option<AssessingBody>,
    /// Each adopter's own consent and its day.
    pub consents: Vec<AssessmentConsent>,
    /// Who was appointed, and when.
    pub assessors: Vec<Assessor>,
    /// The day they were appointed.
    pub appointed_on: Option<NaiveDate>,
    /// Visits and interviews made.
    pub visits: Vec<AssessmentVisit>,
    /// Integration, once begun.
    pub integration: Option<Integration>,
    /// The report, once submitted.
    pub report: Option<Report>,
    /// The day the assessment went on, after a report that was filed no longer stood: the review clock
    /// stands still anew from the day after it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub resumed_on: Option<NaiveDate>,
    /// What it is scored by and how far that is, where a set was in force at the first consent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scored: Option<Box<Scored>>,
    /// What the leader asked to be supplemented.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub supplements: Vec<Supplement>,
    /// Who was told of the report that stands.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub told: Vec<ToldResult>,
    /// Requests that somebody withdraw.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub recusals: Vec<RecusalRequest>,
    /// Who withdrew, and takes no more part.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub withdrawals: Vec<Withdrawal>,
    /// Reviews that were asked for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reviews: Vec<Review>,
}
