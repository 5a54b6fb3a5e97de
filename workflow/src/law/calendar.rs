//! Days of rest and make-up working days (调休), as dated and versioned data handed in by the office.
//!
//! Each year comes in editions. An edition is known from the day it was imported until the day it was
//! withdrawn, so that a clock that was met is still judged by what was known when it was.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::{Datelike, NaiveDate, Weekday};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::rule::Message;

/// How a day differs from the plain Monday-to-Friday week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum DayKind {
    /// A public holiday or a day off that was swapped.
    Rest,
    /// A weekend day that is worked instead.
    Work,
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
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
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
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
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

    /// Why a day is a statutory rest day (法定休假日): a yearly notice, the week, or, in a year without
    /// a table, 《全国年节及纪念日放假办法》 art. 2 where the date needs no notice.
    pub fn rest_day(&self, day: NaiveDate) -> Option<RestDay> {
        let edition = self.edition(day.year());
        let special = self.special_day(day);
        let occasion = match special {
            Some(SpecialDay { kind: DayKind::Work, .. }) => None,
            Some(SpecialDay { occasion, .. }) => Some(occasion.as_str()),
            None => fixed_holiday(day).filter(|_| edition.is_none()).or_else(|| weekend(day)),
        };
        occasion.map(|occasion| RestDay { day, occasion: occasion.to_owned() })
    }

    /// What the notices in force say of a day: that of its year, or that of the year beside it, whose New
    /// Year days may begin in December. Of two that name it the one imported last.
    fn special_day(&self, day: NaiveDate) -> Option<&SpecialDay> {
        let years = [day.year(), day.year() + 1, day.year() - 1].into_iter();
        let editions = years.filter_map(|year| self.edition(year));
        let naming = editions.filter_map(|edition| Some((edition.imported.number, edition.days.get(&day)?)));
        naming.max_by_key(|(number, _)| *number).map(|(_, special)| special)
    }

    /// Whether a day is a statutory rest day.
    pub fn is_rest_day(&self, day: NaiveDate) -> bool {
        self.rest_day(day).is_some()
    }

    /// The rest days from this day on without a gap; empty if it is none itself.
    pub fn rest_days_from(&self, day: NaiveDate) -> Vec<RestDay> {
        day.iter_days().map_while(|day| self.rest_day(day)).collect()
    }

    /// The day itself, or the first day after the rest days end (民法典 art. 203).
    pub fn roll(&self, day: NaiveDate) -> NaiveDate {
        day.iter_days().find(|candidate| !self.is_rest_day(*candidate)).unwrap_or(day)
    }

    /// What the office must be told of its calendar on a day: a year without a table, the next year's
    /// from December on, and a table that nobody has compared with its notice.
    pub fn warnings(&self, today: NaiveDate) -> Vec<CalendarWarning> {
        let year = today.year();
        let mut warnings = Vec::new();
        match self.edition(year) {
            None => warnings.push(CalendarWarning::missing(year)),
            Some(edition) if edition.provisional => warnings.push(CalendarWarning {
                kind: CalendarWarningKind::Provisional,
                year,
                message: Message::new(
                    format!("{year}年节假日安排尚未与国务院办公厅通知核对，请核对后重新导入"),
                    format!("the calendar of {year} has not been compared with its notice yet"),
                ),
            }),
            Some(_) => {}
        }
        if today.month() == 12 && self.edition(year + 1).is_none() {
            warnings.push(CalendarWarning::missing(year + 1));
        }
        warnings
    }
}

/// What is wrong with the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum CalendarWarningKind {
    /// There is no table of the year: only weekends and the fixed days count as days of rest.
    Missing,
    /// Nobody has compared the table with its notice yet.
    Provisional,
}

/// A warning about the calendar of a year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct CalendarWarning {
    /// What is wrong.
    pub kind: CalendarWarningKind,
    /// The year.
    pub year: i32,
    /// In words.
    pub message: Message,
}

impl CalendarWarning {
    fn missing(year: i32) -> CalendarWarning {
        CalendarWarning {
            kind: CalendarWarningKind::Missing,
            year,
            message: Message::new(
                format!("{year}年节假日安排尚未导入，期限暂按周末和固定节日计算"),
                format!(
                    "the calendar of {year} is missing; periods are computed with weekends and \
                     fixed holidays until it is imported"
                ),
            ),
        }
    }
}

fn weekend(day: NaiveDate) -> Option<&'static str> {
    match day.weekday() {
        Weekday::Sat => Some("星期六"),
        Weekday::Sun => Some("星期日"),
        _ => None,
    }
}

fn fixed_holiday(day: NaiveDate) -> Option<&'static str> {
    match (day.month(), day.day()) {
        (1, 1) => Some("元旦"),
        (5, 1..=2) => Some("劳动节"),
        (10, 1..=3) => Some("国庆节"),
        _ => None,
    }
}
