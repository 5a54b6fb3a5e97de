//! What time alone brings to a case, and what a change of the calendar does to its clocks.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::base::calendar::{ChangeKind, RestDay};
use crate::base::deadline_kind::DeadlineKind;

/// What the end of a waiting period, or of a report's validity, means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum PeriodOutcome {
    /// 视为查找不到生父母 (登记办法 art. 8(2))
    ParentsNotFound,
    /// 融合期满: integration may be ended.
    IntegrationComplete,
    /// 评估报告失效: a proposal needs a new one.
    ReportLapsed,
}

/// A period ran out and something follows from it by itself.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct PeriodEnded {
    /// Which clock.
    pub clock: DeadlineKind,
    /// Which of its kind.
    pub number: u32,
    /// Its last day.
    pub last_day: NaiveDate,
    /// What follows.
    pub outcome: PeriodOutcome,
}

/// The last day of a clock passed without what it waits for.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct BecameOverdue {
    /// Which clock.
    pub clock: DeadlineKind,
    /// Which of its kind.
    pub number: u32,
    /// Its last day.
    pub last_day: NaiveDate,
}

/// The end of one clock, before and after a change of the calendar.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Move {
    /// Which clock.
    pub clock: DeadlineKind,
    /// Which of its kind.
    pub number: u32,
    /// Its last day before.
    pub from: NaiveDate,
    /// Its last day now.
    pub to: NaiveDate,
    /// The rest days that move its end now; empty where none does any longer.
    pub because: Vec<RestDay>,
}

/// A calendar was imported or withdrawn, and open clocks end on other days than before.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct DeadlinesMoved {
    /// The number of the change; an imported edition bears the same number.
    pub change: u32,
    /// Whether an edition came or went.
    pub how: ChangeKind,
    /// The year it is about.
    pub year: i32,
    /// The notice the edition comes from.
    pub source: String,
    /// The clocks that moved.
    pub moves: Vec<Move>,
}

/// An end that was written down.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
pub struct NotedEnd {
    /// Which clock.
    pub clock: DeadlineKind,
    /// Which of its kind.
    pub number: u32,
    /// Its last day.
    pub last_day: NaiveDate,
    /// The day it was written down.
    pub noted_on: NaiveDate,
}

/// A move that was written down.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
pub struct NotedMove {
    /// Which clock.
    pub clock: DeadlineKind,
    /// Which of its kind.
    pub number: u32,
    /// The change of the calendar.
    pub change: u32,
}

/// What was written down of time.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
pub struct TimeNotes {
    /// Ends that passed.
    pub ends: Vec<NotedEnd>,
    /// Clocks that a change of the calendar moved.
    pub moves: Vec<NotedMove>,
}

impl TimeNotes {
    /// Whether the end of a clock was written down, with this last day or a later one.
    pub fn has_end(&self, clock: DeadlineKind, number: u32, last_day: NaiveDate) -> bool {
        self.ends
            .iter()
            .any(|end| (end.clock, end.number) == (clock, number) && end.last_day >= last_day)
    }

    /// Whether a change of the calendar was written down.
    pub fn has_change(&self, change: u32) -> bool {
        self.moves.iter().any(|moved| moved.change == change)
    }

    /// The number of the last change of the calendar that moved a clock; 0 if none did.
    pub fn last_move(&self, clock: DeadlineKind, number: u32) -> u32 {
        let of_clock =
            self.moves.iter().filter(|moved| (moved.clock, moved.number) == (clock, number));
        of_clock.map(|moved| moved.change).max().unwrap_or(0)
    }
}
