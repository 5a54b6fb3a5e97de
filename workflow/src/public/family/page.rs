//! What a page of answers holds. Every text is whole sentences in the reader's language.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The page of answers of one case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct FamilyPage {
    /// 办件编号
    pub number: String,
    /// The day of the page.
    pub today: NaiveDate,
    /// Where the case is, in one sentence.
    pub where_it_stands: String,
    /// What that means.
    pub explained: Vec<String>,
    /// Who acts next, and what they do.
    pub next: Next,
    /// By when at the latest.
    pub latest: Latest,
    /// What is wanted from the family.
    pub asked_of_you: Vec<Asked>,
    /// Papers of the family that are in order.
    pub received: Vec<String>,
    /// The whole way, step by step.
    pub steps: Vec<Step>,
    /// What happened so far.
    pub timeline: Vec<Line>,
    /// After a case ended without registration: why, and what can be done.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub outcome: Option<Outcome>,
    /// After registration: what to do next.
    pub afterwards: Vec<NextThing>,
    /// After registration: the visits.
    pub visits: Vec<Visit>,
    /// Rights and duties that hold all the time.
    pub good_to_know: Vec<String>,
    /// Whom to call.
    pub contact: Contact,
}

/// Who acts next.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "FamilyNext")]
pub struct Next {
    /// Who, for the layout of the page.
    pub who: Who,
    /// What they do, in one sentence that names them.
    pub sentence: String,
}

/// Who acts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(rename = "FamilyActor")]
pub enum Who {
    /// The family itself.
    Family,
    /// The office.
    Office,
    /// Nobody: it is over.
    Nobody,
}

/// By when at the latest, and how that was counted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "FamilyLatest")]
pub struct Latest {
    /// The day, where there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub on: Option<NaiveDate>,
    /// The same in a sentence.
    pub sentence: String,
    /// What does not count, and what moved the day.
    pub counted: Vec<String>,
}

/// Something wanted from the family.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "FamilyAsked")]
pub struct Asked {
    /// What.
    pub what: String,
    /// Which of the adopters it is about, by name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub whose: Option<String>,
    /// How many, and in which form.
    pub how: String,
    /// Why.
    pub why: String,
    /// The article that asks for it.
    pub article: String,
    /// How it stands.
    pub state: AskedState,
    /// The same in a sentence.
    pub state_sentence: String,
    /// Why the last one was not in order, in the officer's words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// How a thing that is wanted stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(rename = "FamilyAskedState")]
pub enum AskedState {
    /// The family brings or does it.
    Wanted,
    /// It was not in order and must be brought anew.
    BringAgain,
    /// It is with the office.
    BeingChecked,
}

/// One step of the way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "FamilyStep")]
pub struct Step {
    /// Its name.
    pub title: String,
    /// What happens in it.
    pub explained: String,
    /// How it stands.
    pub state: StepState,
}

/// How a step stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(rename = "FamilyStepState")]
pub enum StepState {
    /// Over.
    Done,
    /// Going on.
    Now,
    /// Still to come.
    Later,
    /// Not reached, because the case ended.
    Dropped,
}

/// One line of what happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "FamilyLine")]
pub struct Line {
    /// The day.
    pub on: NaiveDate,
    /// What happened.
    pub sentence: String,
}

/// How the case ended without registration.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "FamilyOutcome")]
pub struct Outcome {
    /// The day.
    pub on: NaiveDate,
    /// What was decided.
    pub sentence: String,
    /// Why, as the notice handed to the family says.
    pub reasons: Vec<Reason>,
    /// What becomes of the family's papers.
    pub papers: Vec<String>,
    /// What can be done against it.
    pub remedies: Vec<Remedy>,
}

/// A reason with its article.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "FamilyReason")]
pub struct Reason {
    /// The reason, in the words of the notice.
    pub reason: String,
    /// The article.
    pub article: String,
}

/// One way to have a decision looked at again.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "FamilyRemedy")]
pub struct Remedy {
    /// What it is, in plain words.
    pub sentence: String,
    /// Where to go.
    pub place: String,
    /// The last day.
    pub until: NaiveDate,
    /// The last day in a sentence.
    pub until_sentence: String,
    /// The article.
    pub article: String,
}

/// Something to do after the registration.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "FamilyNextThing")]
pub struct NextThing {
    /// Its name.
    pub title: String,
    /// What to do, where, with what.
    pub sentence: String,
    /// The article, where there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub article: Option<String>,
}

/// A visit after the adoption.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "FamilyVisit")]
pub struct Visit {
    /// Which, from 1.
    pub number: u32,
    /// The earliest day.
    pub from: NaiveDate,
    /// The day it is due.
    pub due_on: NaiveDate,
    /// The day it was made.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub made_on: Option<NaiveDate>,
    /// The same in a sentence.
    pub sentence: String,
}

/// Whom to call.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "FamilyContact")]
pub struct Contact {
    /// The office.
    pub office: String,
    /// Its telephone.
    pub telephone: String,
    /// Its address.
    pub address: String,
    /// The officer in charge, as named on the papers the family holds.
    pub officer: String,
    /// What to know before calling.
    pub sentence: String,
}
