//! 收养评估报告.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{AssessingBody, Assessor, Child, Office, Person};

/// Points given out of the most that can be given.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Score {
    /// Points given; halves occur.
    pub points: f32,
    /// Most points.
    pub most: f32,
}

/// One content of the assessment, such as 收养动机.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Aspect {
    /// The content assessed.
    pub title: String,
    /// What was found.
    pub finding: String,
    /// Points, where the office scores.
    pub score: Option<Score>,
}

/// A circumstance that bars adoption by itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Veto {
    /// The circumstance.
    pub title: String,
    /// It was found.
    pub found: bool,
}

/// A talk or a visit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Visit {
    /// Its day.
    pub on: NaiveDate,
    /// How it was done, such as 入户走访.
    pub method: String,
    /// Whom it was with.
    pub with: String,
    /// What was seen and heard, in short.
    pub summary: String,
}

/// The time applicants and child spent together before registration.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Integration {
    /// First day.
    pub began_on: NaiveDate,
    /// Last day.
    pub ended_on: NaiveDate,
    /// Full days.
    pub days: u32,
    /// What was found.
    pub finding: String,
    /// Points, where the office scores.
    pub score: Option<Score>,
}

/// The report, signed by every assessor.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AssessmentReport {
    /// The registering office.
    pub office: Office,
    /// Number of the report.
    pub number: String,
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
    /// Day the applicants consented.
    pub consented_on: NaiveDate,
    /// Day of the report.
    pub reported_on: NaiveDate,
    /// Last day the report may be relied on.
    pub valid_until: NaiveDate,
    /// Talks and visits.
    pub visits: Vec<Visit>,
    /// What was assessed.
    pub aspects: Vec<Aspect>,
    /// Circumstances that bar, each looked into.
    pub vetoes: Vec<Veto>,
    /// The time together.
    pub integration: Option<Integration>,
    /// Points needed to pass, where the office scores.
    pub pass_mark: Option<f32>,
    /// The applicants are able to raise, educate and protect the child.
    pub passed: bool,
    /// The conclusion in words.
    pub conclusion: String,
    /// Records the report rests on.
    pub annexes: Vec<String>,
}
