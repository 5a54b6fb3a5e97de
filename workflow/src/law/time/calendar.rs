//! Which days are statutory days of rest, by the yearly notice or without one, how a period rolls over
//! them, and what the office is told of a calendar that is missing.

use crate::base::calendar::{Calendar, DayKind, RestDay, SpecialDay};
use chrono::{Datelike, NaiveDate, Weekday};
use schemars::JsonSchema;
use serde::Serialize;

use crate::base::message::Message;

impl Calendar {
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
        let naming =
            editions.filter_map(|edition| Some((edition.imported.number, edition.days.get(&day)?)));
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
