//! Days of rest and make-up working days (调休), as dated data handed in by the office.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, NaiveDate, Weekday};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// How a day differs from the plain Monday-to-Friday week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum DayKind {
    /// A public holiday or a day off that was swapped.
    Rest,
    /// A weekend day that is worked instead.
    Work,
}

/// The days on which the State Council's yearly notices differ from the plain week.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Calendar {
    days: BTreeMap<NaiveDate, DayKind>,
    years: BTreeSet<i32>,
}

impl Calendar {
    /// A calendar from its exceptional days. A year counts as known when it has at least one.
    pub fn new(days: impl IntoIterator<Item = (NaiveDate, DayKind)>) -> Calendar {
        let days: BTreeMap<_, _> = days.into_iter().collect();
        let years = days.keys().map(|day| day.year()).collect();
        Calendar { days, years }
    }

    /// Whether the yearly notice for this year is in the table.
    pub fn knows(&self, year: i32) -> bool {
        self.years.contains(&year)
    }

    /// Whether a day is a statutory rest day (法定休假日). For a year without a table: weekends
    /// and the fixed days of 《全国年节及纪念日放假办法》 art. 2 whose date needs no notice.
    pub fn is_rest_day(&self, day: NaiveDate) -> bool {
        if let Some(kind) = self.days.get(&day) {
            return *kind == DayKind::Rest;
        }
        let weekend = matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
        weekend || (!self.knows(day.year()) && is_fixed_holiday(day))
    }

    /// The day itself, or the first day after the rest days end (民法典 art. 203).
    pub fn roll(&self, day: NaiveDate) -> NaiveDate {
        day.iter_days().find(|candidate| !self.is_rest_day(*candidate)).unwrap_or(day)
    }
}

fn is_fixed_holiday(day: NaiveDate) -> bool {
    matches!((day.month(), day.day()), (1, 1) | (5, 1..=2) | (10, 1..=3))
}
