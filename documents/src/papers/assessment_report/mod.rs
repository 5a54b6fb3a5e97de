//! 收养评估报告.

mod annex;
pub(crate) mod compose;
pub mod sample;
pub mod score;
mod visit;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::attachment::Attachment;
use crate::parts::paper::Paper;
use crate::parts::people::{AssessingBody, Assessor, Child, Office, Person};
pub use annex::{AnnexedPhoto, AnnexedPiece};
use score::Score;
pub use visit::Visit;

/// One content of the assessment, such as 收养动机.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Aspect {
    /// The content assessed.
    pub title: String,
    /// What was found.
    pub finding: String,
}

/// A circumstance that had to be reported while the assessment ran.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Incident {
    /// The circumstance, in the words of the rule.
    pub title: String,
    /// Day it became known.
    pub known_on: NaiveDate,
    /// What happened.
    pub description: String,
    /// Day the leader closed it.
    pub closed_on: Option<NaiveDate>,
}

/// The time applicants and child spent together before registration.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Integration {
    /// First day.
    pub began_on: NaiveDate,
    /// Last day, once it has ended.
    pub ended_on: Option<NaiveDate>,
    /// Full days between the first and the last.
    pub days: Option<i64>,
    /// What was found.
    pub finding: Option<String>,
}

/// The report, signed by every assessor.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AssessmentReport {
    /// The registering office.
    pub office: Office,
    /// 办件编号.
    pub case_number: String,
    /// Who assessed.
    pub body: AssessingBody,
    /// The assessors.
    pub assessors: Vec<Assessor>,
    /// Those who were assessed.
    pub applicants: Vec<Person>,
    /// The child.
    pub child: Child,
    /// Day the applicants were told in writing.
    pub notified_on: NaiveDate,
    /// Day the last of the applicants consented.
    pub consented_on: NaiveDate,
    /// The code of this version, by which its signed copy is known again.
    #[serde(default)]
    pub version_code: Option<String>,
    /// Day of the report.
    pub reported_on: NaiveDate,
    /// Months the report may be relied on once its signed copy is filed.
    pub valid_months: u32,
    /// Talks and visits.
    pub visits: Vec<Visit>,
    /// What was assessed.
    pub aspects: Vec<Aspect>,
    /// Circumstances that had to be reported.
    pub incidents: Vec<Incident>,
    /// The time together.
    pub integration: Option<Integration>,
    /// The points, where it was scored.
    pub score: Option<Score>,
    /// The applicants are able to raise, educate and protect the child.
    pub passed: bool,
    /// The evidence that is annexed.
    #[serde(default)]
    pub annex: Vec<AnnexedPiece>,
    /// The photos among it.
    #[serde(default)]
    pub photos: Vec<AnnexedPhoto>,
    /// A party asked that the adoption be kept secret.
    pub confidential: bool,
}

impl Paper for AssessmentReport {
    fn dated(&self) -> NaiveDate {
        self.reported_on
    }

    fn query_address(&self) -> Option<&str> {
        self.version_code.as_deref()
    }

    fn attachments(&self) -> Vec<&Attachment> {
        self.photos.iter().map(|photo| &photo.file).collect()
    }

    fn attachments_mut(&mut self) -> Vec<&mut Attachment> {
        self.photos.iter_mut().map(|photo| &mut photo.file).collect()
    }
}
