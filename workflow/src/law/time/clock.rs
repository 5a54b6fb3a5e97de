//! One clock of a case: from its start, its length and its pauses to its end and the working.

use chrono::NaiveDate;

use super::periods::{PausedEnd, months_after, nth_working_day, paused_nth_day};
use crate::base::calendar::{Calendar, RestDay};
use crate::base::deadline_kind::DeadlineKind;
use crate::base::pause::Pause;

/// How long a clock runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Length {
    /// So many days (民法典 art. 201).
    Days(u32),
    /// So many months, to the corresponding day (民法典 art. 202).
    Months(u32),
    /// So many working days, where the office sets them.
    WorkingDays(u32),
    /// To a day that was fixed otherwise.
    Until(NaiveDate),
}

/// What a clock is made of.
#[derive(Debug, Clone)]
pub(super) struct Clock {
    pub(super) kind: DeadlineKind,
    pub(super) number: u32,
    pub(super) started_on: NaiveDate,
    pub(super) length: Length,
    pub(super) pauses: Vec<Pause>,
    /// Whether rest days at its end move it (民法典 art. 203).
    pub(super) rolls: bool,
    /// A last day that was published and may only become later.
    pub(super) not_before: Option<NaiveDate>,
    /// Whether catalogues print the same number of working days.
    pub(super) counts_working_days: bool,
    /// The day what it waits for was done.
    pub(super) met_on: Option<NaiveDate>,
}

/// The end of a clock before and after rest days.
#[derive(Debug, Clone)]
pub(super) struct End {
    /// The last day by the count alone.
    pub(super) plain: NaiveDate,
    /// The rest days that follow it without a gap and move it.
    pub(super) moved_by: Vec<RestDay>,
    /// Whether the last day is later than that because it was published so.
    pub(super) as_published: bool,
    /// The last day.
    pub(super) due_on: NaiveDate,
}

impl Clock {
    /// A clock that neither pauses nor rolls, and is not met.
    pub(super) fn new(kind: DeadlineKind, started_on: NaiveDate, length: Length) -> Clock {
        Clock {
            kind,
            number: 0,
            started_on,
            length,
            pauses: Vec::new(),
            rolls: false,
            not_before: None,
            counts_working_days: false,
            met_on: None,
        }
    }

    /// The end, or the days that are left while a pause without an end stops it.
    pub(super) fn end(&self, calendar: &Calendar) -> Result<End, u32> {
        let plain = match self.length {
            Length::Days(days) => match paused_nth_day(self.started_on, days, &self.pauses) {
                PausedEnd::Due(day) => day,
                PausedEnd::StandsStill { remaining } => return Err(remaining),
            },
            Length::WorkingDays(days) => {
                nth_working_day(self.started_on, days, &self.pauses, calendar).ok_or(days)?
            }
            Length::Months(months) => months_after(self.started_on, months),
            Length::Until(day) => day,
        };
        let rest_days = if self.rolls { calendar.rest_days_from(plain) } else { Vec::new() };
        let rolled = if self.rolls { calendar.roll(plain) } else { plain };
        let due_on = self.not_before.map_or(rolled, |published| published.max(rolled));
        Ok(End { plain, moved_by: rest_days, as_published: due_on > rolled, due_on })
    }

    /// The day the same number of working days would end, where catalogues print them.
    pub(super) fn working_days_end(&self, calendar: &Calendar) -> Option<NaiveDate> {
        match self.length {
            Length::Days(days) if self.counts_working_days => {
                nth_working_day(self.started_on, days, &self.pauses, calendar)
            }
            _ => None,
        }
    }
}
