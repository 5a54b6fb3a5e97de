//! 评估评分表（空白）: the frozen set as a form, to be filled in by hand where there is no device.

pub(crate) mod compose;
pub mod sample;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::parts::paper::Paper;
use crate::parts::people::Office;

/// One level of an item.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FormLevel {
    /// Its name.
    pub name: String,
    /// Its points, such as 3—4.
    pub points: String,
    /// How one knows it.
    pub anchor: String,
}

/// One item to be scored.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FormItem {
    /// Its code.
    pub code: String,
    /// What it asks.
    pub ask: String,
    /// Its most points.
    pub max: String,
    /// Its levels, the best first.
    pub levels: Vec<FormLevel>,
    /// What shows it.
    pub evidence: String,
    /// Whether it applies, as the plan found the home.
    pub applies: bool,
}

/// A part with its items.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FormPart {
    /// 收养能力 or 融合情况.
    pub title: String,
    /// The points of the part.
    pub max: String,
    /// The points at which it passes.
    pub pass: String,
    /// Its items.
    pub items: Vec<FormItem>,
}

/// Extra points.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FormBonus {
    /// Their code.
    pub code: String,
    /// How many.
    pub points: String,
    /// For what.
    pub condition: String,
}

/// The empty form of one case. It names nobody: who scores writes their own name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ScoringForm {
    /// The registering office.
    pub office: Office,
    /// 办件编号.
    pub case_number: String,
    /// The day it was made.
    pub made_on: NaiveDate,
    /// The set and its version.
    pub set: String,
    /// Whether an authority issued it.
    pub official: bool,
    /// Whether it counts half points.
    pub half_points: bool,
    /// Both parts.
    pub parts: Vec<FormPart>,
    /// Extra points.
    pub bonuses: Vec<FormBonus>,
}

impl Paper for ScoringForm {
    fn dated(&self) -> NaiveDate {
        self.made_on
    }
}
