//! 收养登记询问笔录.

pub(crate) mod compose;
pub mod sample;

use chrono::{NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};

use crate::parts::paper::Paper;
use crate::parts::people::{Office, Person};

/// A question and what was answered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// The question.
    pub question: String,
    /// The answer, in the words of the person asked.
    pub answer: String,
}

/// How the record was made known to the person asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reading {
    /// The person read it.
    ReadByPerson,
    /// It was read out to the person.
    ReadAloud,
}

/// An adult who is with a child while it is asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Companion {
    /// 姓名.
    pub name: String,
    /// What the adult is to the child.
    pub relation: String,
}

/// The record of asking one person, alone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct InquiryRecord {
    /// The registering office.
    pub office: Office,
    /// 办件编号.
    pub case_number: String,
    /// What is asked of the office, such as 收养登记 or 解除收养登记.
    pub matter: String,
    /// When the asking began, in the legal time of the office.
    pub began_at: NaiveDateTime,
    /// When it ended.
    pub ended_at: NaiveDateTime,
    /// Where it took place.
    pub place: String,
    /// Who was asked.
    pub asked: Person,
    /// In what capacity, such as 收养人.
    pub capacity: String,
    /// The adult with a child.
    pub companion: Option<Companion>,
    /// Who asked.
    pub inquirer: String,
    /// Who wrote the record.
    pub recorder: String,
    /// What was asked and answered.
    pub answers: Vec<Answer>,
    /// How the record was made known.
    pub reading: Reading,
}

impl Paper for InquiryRecord {
    fn dated(&self) -> NaiveDate {
        self.began_at.date()
    }
}
