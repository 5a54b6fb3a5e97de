//! One way to count days for every period: 民法典 arts. 200 to 204, 登记办法 art. 8.

use chrono::{Datelike, Days, Months, NaiveDate};

use crate::base::calendar::Calendar;
use crate::base::pause::Pause;

/// Day `days` of a period whose starting day is not counted (民法典 art. 201), before rolling.
pub fn nth_day(start: NaiveDate, days: u32) -> NaiveDate {
    start.checked_add_days(Days::new(u64::from(days))).unwrap_or(NaiveDate::MAX)
}

/// The last day of a period of days, rolled over rest days (民法典 arts. 201, 203).
/// The period ends at 24:00 of that day.
pub fn last_day(start: NaiveDate, days: u32, calendar: &Calendar) -> NaiveDate {
    calendar.roll(nth_day(start, days))
}

/// Whether a full period has run on `today`: what must wait for it is possible from the day after
/// its last day.
pub fn has_run(start: NaiveDate, days: u32, calendar: &Calendar, today: NaiveDate) -> bool {
    today > last_day(start, days, calendar)
}

/// The end of a period of months: the corresponding day, or the month's last (民法典 art. 202).
pub fn months_after(start: NaiveDate, months: u32) -> NaiveDate {
    start.checked_add_months(Months::new(months)).unwrap_or(NaiveDate::MAX)
}

/// The last day of a period that stands still during pauses, with the days that remain when a
/// pause without an end stops it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PausedEnd {
    /// The clock runs out on this day.
    Due(NaiveDate),
    /// The clock stands still; so many days are left.
    StandsStill {
        /// Days still to be counted when the pause ends.
        remaining: u32,
    },
}

/// Day `days` of a period that skips the union of the pauses, before rolling.
pub fn paused_nth_day(start: NaiveDate, days: u32, pauses: &[Pause]) -> PausedEnd {
    let mut counted = 0;
    for day in start.iter_days().skip(1) {
        let pausing = pauses.iter().filter(|pause| pause.covers(day));
        let mut paused = false;
        for pause in pausing {
            if pause.last.is_none() {
                return PausedEnd::StandsStill { remaining: days - counted };
            }
            paused = true;
        }
        if paused {
            continue;
        }
        counted += 1;
        if counted >= days {
            return PausedEnd::Due(day);
        }
    }
    PausedEnd::Due(NaiveDate::MAX)
}

/// Counts `days` from the day after `start`, skipping the union of the pauses, and rolls the last day
/// over rest days.
pub fn paused_end(start: NaiveDate, days: u32, pauses: &[Pause], calendar: &Calendar) -> PausedEnd {
    match paused_nth_day(start, days, pauses) {
        PausedEnd::Due(day) => PausedEnd::Due(calendar.roll(day)),
        stands_still => stands_still,
    }
}

/// The same number of working days (工作日) instead of days: what service catalogues print. It is
/// information and binds nobody (登记办法 art. 8 says 日). None while a pause has no end.
pub fn nth_working_day(
    start: NaiveDate,
    days: u32,
    pauses: &[Pause],
    calendar: &Calendar,
) -> Option<NaiveDate> {
    if pauses.iter().any(|pause| pause.last.is_none()) {
        return None;
    }
    let counted = start.iter_days().skip(1).filter(|day| {
        !pauses.iter().any(|pause| pause.covers(*day)) && !calendar.is_rest_day(*day)
    });
    counted.take(days as usize).last()
}

/// The counted days from the day after `start` to `end`, as stretches with both ends.
pub fn counted_stretches(
    start: NaiveDate,
    end: NaiveDate,
    pauses: &[Pause],
) -> Vec<(NaiveDate, NaiveDate)> {
    let mut stretches: Vec<(NaiveDate, NaiveDate)> = Vec::new();
    let days = start.iter_days().skip(1).take_while(|day| *day <= end);
    for day in days.filter(|day| !pauses.iter().any(|pause| pause.covers(*day))) {
        match stretches.last_mut() {
            Some((_, last)) if last.succ_opt() == Some(day) => *last = day,
            _ => stretches.push((day, day)),
        }
    }
    stretches
}

/// Completed years of age (周岁) on a day, reached at the start of the birthday; none before birth. Who
/// was born on 29 February reaches the year on 28 February of a common year, for a month that lacks
/// the corresponding day ends the period with its last (民法典 art. 202). That it is the birthday and
/// not the day after, the Code does not say; it is our convention.
pub fn age_on(birth_date: NaiveDate, day: NaiveDate) -> u32 {
    let last_of_february = || NaiveDate::from_ymd_opt(day.year(), 2, 28);
    let birthday = birth_date.with_year(day.year()).or_else(last_of_february);
    let is_still_to_come = birthday.is_some_and(|birthday| day < birthday);
    let years = day.year() - birth_date.year() - i32::from(is_still_to_come);
    u32::try_from(years).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::pause::PauseReason;
    use crate::proof::testing::calendar_of_rest;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a date in a test")
    }

    fn labour_day_2026() -> Calendar {
        let rest = ["2026-05-01", "2026-05-02", "2026-05-03", "2026-05-04", "2026-05-05"];
        calendar_of_rest(2026, "劳动节", &rest)
    }

    fn pause(first: &str, last: Option<&str>) -> Pause {
        Pause { first: day(first), last: last.map(day), reason: PauseReason::Notice }
    }

    #[test]
    fn thirty_days_from_the_second_of_march_end_on_the_first_of_april() {
        assert_eq!(last_day(day("2026-03-02"), 30, &Calendar::default()), day("2026-04-01"));
    }

    #[test]
    fn a_notice_that_ends_on_a_holiday_runs_until_the_first_day_after_it() {
        let calendar = labour_day_2026();
        assert_eq!(nth_day(day("2026-03-02"), 60), day("2026-05-01"));
        assert_eq!(last_day(day("2026-03-02"), 60, &calendar), day("2026-05-06"));
        assert!(!has_run(day("2026-03-02"), 60, &calendar, day("2026-05-06")));
        assert!(has_run(day("2026-03-02"), 60, &calendar, day("2026-05-07")));
    }

    #[test]
    fn the_review_clock_stands_still_while_the_notice_runs() {
        let notice = pause("2026-06-06", Some("2026-08-04"));
        let end = paused_end(day("2026-06-01"), 30, &[notice], &Calendar::default());
        assert_eq!(end, PausedEnd::Due(day("2026-08-31")), "day 30 is a Sunday, 30 August");
    }

    #[test]
    fn overlapping_pauses_are_counted_once() {
        let pauses =
            [pause("2026-03-05", Some("2026-03-20")), pause("2026-03-10", Some("2026-03-25"))];
        let end = paused_end(day("2026-03-02"), 30, &pauses, &Calendar::default());
        assert_eq!(end, PausedEnd::Due(day("2026-04-22")));
    }

    #[test]
    fn an_open_pause_leaves_the_days_that_remain() {
        let pauses = [pause("2026-03-12", None)];
        let end = paused_end(day("2026-03-02"), 30, &pauses, &Calendar::default());
        assert_eq!(end, PausedEnd::StandsStill { remaining: 21 });
    }

    #[test]
    fn publication_on_the_last_of_february_counts_from_the_first_of_march() {
        assert_eq!(nth_day(day("2024-02-29"), 60), day("2024-04-29"));
        assert_eq!(months_after(day("2026-01-31"), 1), day("2026-02-28"));
    }

    #[test]
    fn an_age_is_reached_on_the_birthday() {
        assert_eq!(age_on(day("2018-03-02"), day("2026-03-01")), 7);
        assert_eq!(age_on(day("2018-03-02"), day("2026-03-02")), 8);
        assert_eq!(age_on(day("2018-03-02"), day("2018-03-01")), 0);
        assert_eq!(age_on(day("2018-03-02"), day("2001-01-01")), 0);
    }

    #[test]
    fn who_was_born_on_the_leap_day_reaches_the_year_on_the_last_of_february() {
        assert_eq!(age_on(day("2016-02-29"), day("2024-02-28")), 7);
        assert_eq!(age_on(day("2016-02-29"), day("2024-02-29")), 8);
        assert_eq!(age_on(day("2016-02-29"), day("2025-02-27")), 8);
        assert_eq!(age_on(day("2016-02-29"), day("2025-02-28")), 9);
        assert_eq!(age_on(day("2016-02-28"), day("2025-02-28")), 9);
    }
}
