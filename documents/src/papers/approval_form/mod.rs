//! 收养登记审查处理表.

pub(crate) mod compose;
pub mod sample;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::parts::examination::{InquirySummary, Opinion};
use crate::parts::paper::Paper;
use crate::parts::people::{Child, Office, Person, Placer};

/// The search for the birth parents, in short.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NoticeSummary {
    /// Newspaper and page.
    pub newspaper: String,
    /// Day of publication.
    pub published_on: NaiveDate,
    /// Day the notice had run in full.
    pub expired_on: NaiveDate,
    /// Claims raised and found without ground.
    pub unfounded_claims: usize,
}

/// The assessment, in short.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AssessmentSummary {
    /// Who assessed.
    pub body: String,
    /// Day of the report.
    pub reported_on: NaiveDate,
    /// The conclusion.
    pub conclusion: String,
}

/// Why a condition is met although the assessment says otherwise.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReasonOverReport {
    /// The article of the condition.
    pub basis: String,
    /// The leader's reason.
    pub reason: String,
}

/// The form on which the registrar proposes, the leader decides and the parties sign for the
/// certificate.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ApprovalForm {
    /// The registering office.
    pub office: Office,
    /// 办件编号.
    pub case_number: String,
    /// Day the form was drawn up.
    pub drawn_up_on: NaiveDate,
    /// Day of the application.
    pub applied_on: NaiveDate,
    /// Day of acceptance.
    pub accepted_on: NaiveDate,
    /// One or two adopters.
    pub adopters: Vec<Person>,
    /// The child.
    pub child: Child,
    /// Who places the child.
    pub placer: Placer,
    /// 收养原因.
    pub reason: String,
    /// Since when the adopters raise the child without registration, which relaxes no condition.
    pub raised_since: Option<NaiveDate>,
    /// Papers the adopters handed in.
    pub adopter_papers: Vec<String>,
    /// Papers the placer handed in.
    pub placer_papers: Vec<String>,
    /// The search for the birth parents, where there was one.
    pub notice: Option<NoticeSummary>,
    /// The assessment, where there was one.
    pub assessment: Option<AssessmentSummary>,
    /// Who was asked.
    pub inquiries: Vec<InquirySummary>,
    /// Day the adopters were given family-education guidance.
    pub guided_on: Option<NaiveDate>,
    /// The registrar's proposal.
    pub proposal: Option<Opinion>,
    /// The leader's decision.
    pub approval: Option<Opinion>,
    /// The leader's reasons over a report that speaks against the adopters.
    pub reasons_over_report: Vec<ReasonOverReport>,
    /// Number of the certificate, once it is allocated.
    pub certificate_number: Option<String>,
    /// Day of registration.
    pub registered_on: Option<NaiveDate>,
    /// 备注.
    pub remarks: Option<String>,
    /// A party asked that the adoption be kept secret.
    pub confidential: bool,
}

impl Paper for ApprovalForm {
    fn dated(&self) -> NaiveDate {
        self.drawn_up_on
    }
}
