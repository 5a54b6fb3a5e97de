//! What follows a report: it is supplemented, told, reviewed by others.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::assessor::Assessor;
use crate::base::ids::UserId;
use crate::case::Party;

/// 补充评估: what the leader asked for.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
pub struct Supplement {
    /// The day.
    pub on: NaiveDate,
    /// What is to be supplemented.
    pub what: String,
}

/// How an applicant was told the result.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ToldHow {
    /// 当面告知
    InPerson,
    /// 邮寄告知
    ByPost,
    /// 电话告知
    ByTelephone,
}

/// 告知评估结果, in words and without a mark.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ToldResult {
    /// Who was told.
    pub party: Party,
    /// The day.
    pub told_on: NaiveDate,
    /// How.
    pub how: ToldHow,
    /// In which words.
    pub words: String,
}

/// What a review found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(rename = "AssessmentReviewOutcome")]
pub enum ReviewOutcome {
    /// 维持
    Upheld,
    /// 撤销，重新评估: others assess anew.
    SetAside,
}

/// 复核: an applicant objects, and other people look anew.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
pub struct Review {
    /// Who asked for it.
    pub party: Party,
    /// The day it was asked for.
    pub requested_on: NaiveDate,
    /// Why.
    pub grounds: String,
    /// Whose assessment it is about.
    pub assessed_by: Vec<UserId>,
    /// Who reviews.
    pub reviewers: Vec<Assessor>,
    /// What came of it.
    pub decision: Option<ReviewDecision>,
}

/// What the reviewers decided.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
pub struct ReviewDecision {
    /// The day.
    pub on: NaiveDate,
    /// What they found.
    pub outcome: ReviewOutcome,
    /// Why.
    pub reasons: String,
}
