//! 家庭教育指导记录.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::Office;

/// One subject of the guidance.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GuidanceTopic {
    /// The subject.
    pub title: String,
    /// What was said.
    pub content: String,
}

/// The record that family-education guidance was given to adopters.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GuidanceRecord {
    /// The registering office.
    pub office: Office,
    /// 办件编号.
    pub case_number: String,
    /// Names of the adopters who were guided.
    pub adopters: Vec<String>,
    /// Name of the child.
    pub child: String,
    /// Who gave the guidance.
    pub given_by: String,
    /// Unit and post of that person.
    pub given_by_unit: String,
    /// Day of the guidance.
    pub given_on: NaiveDate,
    /// How long it took, in minutes.
    pub minutes: u32,
    /// Where it was given.
    pub place: String,
    /// How it was given, such as 面谈.
    pub form: String,
    /// Subjects and contents.
    pub topics: Vec<GuidanceTopic>,
    /// Printed matter handed over.
    pub materials: Vec<String>,
    /// What the adopters said to it.
    pub response: String,
}
