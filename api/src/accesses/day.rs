//! A day of the access log: from midnight to midnight in Asia/Shanghai.

use chrono::{Days, NaiveDate, NaiveTime};

use crate::clock::{HOUR, Instant, MINUTE, day_at};

/// China keeps one time without summer time, eight hours ahead of UTC.
const AHEAD_OF_UTC: Instant = 8 * HOUR;
/// How long after midnight entries of the day before may still become visible: an entry gets its id
/// before its transaction ends, and none lasts an hour.
const LATE: Instant = HOUR + 10 * MINUTE;

/// When a day begins and when the next one does.
pub fn bounds(day: NaiveDate) -> Option<(Instant, Instant)> {
    let midnight = |day: NaiveDate| {
        day.and_time(NaiveTime::MIN).and_utc().timestamp_micros().checked_sub(AHEAD_OF_UTC)
    };
    Some((midnight(day)?, midnight(day.checked_add_days(Days::new(1))?)?))
}

/// The last day that is over at an instant, so that no entry of it can still come.
pub fn last_over(now: Instant) -> Option<NaiveDate> {
    day_at(now.checked_sub(LATE)?)?.pred_opt()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::SECOND;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    #[test]
    fn a_day_is_over_when_nothing_of_it_can_come_any_more() {
        let (from, until) = bounds(day("2026-11-28")).expect("a day");
        assert_eq!(until - from, 24 * HOUR);
        assert_eq!((day_at(from), day_at(until - 1)), (day_at(until - 1), day_at(from)));
        assert_eq!(day_at(until), Some(day("2026-11-29")));
        assert_eq!(last_over(until + LATE - SECOND), Some(day("2026-11-27")));
        assert_eq!(last_over(until + LATE), Some(day("2026-11-28")));
    }
}
