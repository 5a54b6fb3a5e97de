//! One clock of a case as it is told: its days, how it stands, and how its end was computed.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use strum::{EnumCount, IntoStaticStr, VariantArray};

use crate::base::calendar::RestDay;
use crate::base::deadline_kind::DeadlineKind;
use crate::base::message::Message;
use crate::base::pause::Pause;
use crate::base::words::all;

/// How a clock stands.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    Serialize,
    Deserialize,
    JsonSchema,
    EnumCount,
    IntoStaticStr,
    VariantArray,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum DeadlineState {
    /// It runs.
    Running,
    /// It stands still.
    StandsStill,
    /// What it waited for was done, or the case ended.
    Met,
}

impl DeadlineState {
    /// Every state.
    pub const ALL: [DeadlineState; DeadlineState::COUNT] = all(DeadlineState::VARIANTS);

    /// The word in JSON and in the database.
    pub fn word(self) -> &'static str {
        self.into()
    }
}

/// One clock of a case with its working.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Deadline {
    /// Which clock.
    pub kind: DeadlineKind,
    /// Distinguishes clocks of one kind, such as the visits; 0 where there is one.
    pub number: u32,
    /// The day from which it counts; that day itself is not counted (民法典 art. 201).
    pub started_on: NaiveDate,
    /// Its last day, until 24:00; absent while it stands still.
    pub due_on: Option<NaiveDate>,
    /// Days left while it stands still.
    pub remaining: Option<u32>,
    /// Stretches in which it stood still.
    pub pauses: Vec<Pause>,
    /// How it stands.
    pub state: DeadlineState,
    /// The day it was met. It is judged by the calendar that was known then, whatever came after.
    pub met_on: Option<NaiveDate>,
    /// The rest days that moved its end (民法典 art. 203); empty where none did.
    pub moved_by: Vec<RestDay>,
    /// The day the same number of working days would end, where catalogues print them. Information
    /// only: the day in `due_on` binds.
    pub working_days_due_on: Option<NaiveDate>,
    /// How the end was computed, step by step.
    pub working: Vec<Message>,
}
