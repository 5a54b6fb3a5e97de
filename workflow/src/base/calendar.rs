//! Days of rest and make-up working days (调休), as dated and versioned data handed in by the office.
//!
//! Each year comes in editions. An edition is known from the day it was imported until the day it was
//! withdrawn, so that a clock that was met is still judged by what was known when it was.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use strum::IntoStaticStr;

/// How a day differs from the plain Monday-to-Friday week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, IntoStaticStr)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum DayKind {
    /// A public holiday or a day off that was swapped.
    Rest,
    /// A weekend day that is worked instead.
    Work,
}

impl DayKind {
    /// Both kinds.
    pub const ALL: [DayKind; 2] = [DayKind::Rest, DayKind::Work];

    /// The word in JSON, in tables of a year and in the database.
    pub fn word(self) -> &'static str {
        self.into()
    }
}

/// What a yearly notice says of one day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct SpecialDay {
    /// Rest or work.
    pub kind: DayKind,
    /// The occasion, such as 国庆节.
    pub occasion: String,
}

/// A day of rest that moved the end of a period.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
pub struct RestDay {
    /// The day.
    pub day: NaiveDate,
    /// The occasion, or the day of the week.
    pub occasion: String,
}

/// A change of the calendar: an edition was imported or withdrawn. Changes are numbered from 1, and
/// an edition bears the number of the change that brought it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CalendarChange {
    /// Its number.
    pub number: u32,
    /// The legal day; none for what was known from the beginning.
    pub on: Option<NaiveDate>,
}

/// One year's table as it was handed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edition {
    /// The year.
    pub year: i32,
    /// The notice it comes from, as the administrator states it.
    pub source: String,
    /// Whether it still has to be compared with the notice.
    pub provisional: bool,
    /// When it was imported.
    pub imported: CalendarChange,
    /// When it was withdrawn.
    pub withdrawn: Option<CalendarChange>,
    /// The days on which the notice differs from the plain week.
    pub days: BTreeMap<NaiveDate, SpecialDay>,
}

/// Whether a change brought an edition or took it away.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ChangeKind {
    /// An edition was imported; it replaces the one of its year that was in force.
    Imported,
    /// An edition was withdrawn and none took its place.
    Withdrawn,
}

/// From when the calendar is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Seen {
    /// With everything that is in force now.
    Now,
    /// As it was known on a day, with the changes up to a number that were made on that day itself.
    On { day: NaiveDate, up_to: u32 },
    /// As it was after a change.
    After(u32),
}

impl Seen {
    fn counts(self, change: CalendarChange) -> bool {
        match self {
            Seen::Now => true,
            Seen::On { day, up_to } => {
                change.number <= up_to || change.on.is_none_or(|changed_on| changed_on < day)
            }
            Seen::After(number) => change.number <= number,
        }
    }
}

/// Every edition of every year, looked at from one moment. Of a year at most one edition is in force.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Calendar {
    editions: Arc<[Edition]>,
    seen: Seen,
}

impl Default for Calendar {
    fn default() -> Calendar {
        Calendar::new([])
    }
}

impl Calendar {
    /// The calendar as it is known now.
    pub fn new(editions: impl IntoIterator<Item = Edition>) -> Calendar {
        Calendar { editions: editions.into_iter().collect(), seen: Seen::Now }
    }

    /// The calendar as it was known on a day. What was imported or withdrawn on that very day counts
    /// only up to a change, which is the last that moved the clock in question.
    pub fn known_on(&self, day: NaiveDate, up_to: u32) -> Calendar {
        Calendar { editions: self.editions.clone(), seen: Seen::On { day, up_to } }
    }

    /// The calendar as it was after a change; after change 0 it has what was known from the beginning.
    pub fn after(&self, change: u32) -> Calendar {
        Calendar { editions: self.editions.clone(), seen: Seen::After(change) }
    }

    /// What a change was, and the edition it brought or took away.
    pub fn change(&self, number: u32) -> Option<(ChangeKind, &Edition)> {
        let imported = self.editions.iter().find(|edition| edition.imported.number == number);
        let withdrawn = |edition: &&Edition| {
            edition.withdrawn.is_some_and(|withdrawn| withdrawn.number == number)
        };
        imported.map(|edition| (ChangeKind::Imported, edition)).or_else(|| {
            self.editions.iter().find(withdrawn).map(|edition| (ChangeKind::Withdrawn, edition))
        })
    }

    /// The edition of a year that is in force.
    pub fn edition(&self, year: i32) -> Option<&Edition> {
        self.editions.iter().rev().find(|edition| {
            edition.year == year
                && self.seen.counts(edition.imported)
                && !edition.withdrawn.is_some_and(|withdrawn| self.seen.counts(withdrawn))
        })
    }
}
