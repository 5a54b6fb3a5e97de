//! The two clocks: the legal day (Asia/Shanghai) and the real instant.
//!
//! Which legal day an act happens on is read inside its transaction by `store::office`, because
//! a practice office may have moved it; the arithmetic is here.

use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, Utc};

/// A real instant in microseconds since 1970 UTC. PostgreSQL rounds finer times, so none is kept.
pub type Instant = i64;

/// One second as instants are counted.
pub const SECOND: Instant = 1_000_000;
/// Sixty seconds.
pub const MINUTE: Instant = 60 * SECOND;
/// Sixty minutes.
pub const HOUR: Instant = 60 * MINUTE;

/// China keeps one time without summer time, eight hours ahead of UTC.
const SECONDS_AHEAD_OF_UTC: i32 = 8 * 3600;

/// The one place that reads the machine's clock.
#[expect(clippy::disallowed_methods, reason = "every other place asks this one")]
fn moment() -> DateTime<Utc> {
    Utc::now()
}

/// The real instant as the headers of HTTP write it.
pub fn http_date() -> String {
    moment().format("%a, %d %b %Y %H:%M:%S GMT").to_string()
}

/// The real instant: for leases, tokens and the log's `recorded_at`.
pub fn now() -> Instant {
    moment().timestamp_micros()
}

/// The calendar day in Asia/Shanghai at an instant, or none if it lies outside all calendars.
pub fn day_at(instant: Instant) -> Option<NaiveDate> {
    let offset = FixedOffset::east_opt(SECONDS_AHEAD_OF_UTC)?;
    let moment = DateTime::<Utc>::from_timestamp_micros(instant)?;
    Some(moment.with_timezone(&offset).date_naive())
}

/// An instant as an auditor reads it: to the second, in Asia/Shanghai.
pub fn written(instant: Instant) -> String {
    let offset = FixedOffset::east_opt(SECONDS_AHEAD_OF_UTC);
    let moment = offset.zip(DateTime::<Utc>::from_timestamp_micros(instant));
    moment.map_or_else(
        || "an impossible time".to_owned(),
        |(offset, moment)| moment.with_timezone(&offset).format("%Y-%m-%d %H:%M:%S").to_string(),
    )
}

/// Whether a day may be meant in an office. Days far outside are slips of the hand: their years are
/// written with a sign, so that as texts they sort wrongly, and periods from them leave the calendar.
pub fn is_plausible(day: NaiveDate) -> bool {
    (1900..=2999).contains(&day.year())
}

/// The legal day of a real office.
pub fn real_today() -> NaiveDate {
    let moment = moment();
    FixedOffset::east_opt(SECONDS_AHEAD_OF_UTC)
        .map_or_else(|| moment.date_naive(), |offset| moment.with_timezone(&offset).date_naive())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_legal_day_changes_at_midnight_in_shanghai() {
        let last_second = "2026-03-01T15:59:59Z".parse::<DateTime<Utc>>();
        let midnight = "2026-03-01T16:00:00Z".parse::<DateTime<Utc>>();
        let day = |moment: Result<DateTime<Utc>, _>| {
            moment.ok().and_then(|moment| day_at(moment.timestamp_micros()))
        };
        assert_eq!(day(last_second), NaiveDate::from_ymd_opt(2026, 3, 1));
        assert_eq!(day(midnight), NaiveDate::from_ymd_opt(2026, 3, 2));
    }

    #[test]
    fn days_outside_eleven_centuries_are_not_meant() {
        let plausible = |day: &str| day.parse().is_ok_and(is_plausible);
        assert!(plausible("1900-01-01") && plausible("2999-12-31"));
        for day in ["1899-12-31", "3000-01-01", "+262142-12-31", "-9999-01-01"] {
            assert!(!plausible(day), "{day}");
        }
    }
}
