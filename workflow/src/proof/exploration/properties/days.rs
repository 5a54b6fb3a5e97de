//! Days and ages as the Civil Code counts them, written here anew: nothing of the law's own code is
//! called, so that a mistake there cannot hide here.

use chrono::{Datelike, Days, NaiveDate, Weekday};

/// The rest days and make-up working days of the explored year that the plain week does not give.
pub const REST: [&str; 5] = ["2026-05-01", "2026-05-02", "2026-05-03", "2026-05-04", "2026-05-05"];
/// A Saturday that is worked.
pub const WORKED: [&str; 1] = ["2026-05-09"];

/// A day written in a test.
pub fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date in a test")
}

/// So many days later.
pub fn later(day: NaiveDate, days: u64) -> NaiveDate {
    day.checked_add_days(Days::new(days)).expect("a day of this age")
}

/// The day before.
pub fn before(day: NaiveDate) -> NaiveDate {
    day.pred_opt().expect("a day of this age")
}

fn rests(day: NaiveDate) -> bool {
    let text = day.to_string();
    if WORKED.contains(&text.as_str()) {
        return false;
    }
    REST.contains(&text.as_str()) || matches!(day.weekday(), Weekday::Sat | Weekday::Sun)
}

/// 民法典 art. 203: where the last day is a rest day, the day after the rest days is the last.
pub fn rolled(mut day: NaiveDate) -> NaiveDate {
    while rests(day) {
        day = later(day, 1);
    }
    day
}

/// Completed years on a day: the birthday counts.
pub fn age(born: NaiveDate, on: NaiveDate) -> i32 {
    let had_birthday = (on.month(), on.day()) >= (born.month(), born.day());
    on.year() - born.year() - i32::from(!had_birthday)
}

/// The same day so many months later, or the last of that month (民法典 art. 202).
pub fn months_later(day: NaiveDate, months: i32) -> NaiveDate {
    let whole = day.year() * 12 + i32::try_from(day.month0()).expect("few") + months;
    let (year, month) =
        (whole.div_euclid(12), u32::try_from(whole.rem_euclid(12) + 1).expect("few"));
    let wanted = (28..=day.day()).rev().chain([day.day()]);
    let mut found = wanted.filter_map(|date| NaiveDate::from_ymd_opt(year, month, date));
    found.next().expect("every month has twenty-eight days")
}

#[test]
fn days_are_counted_as_the_code_says() {
    assert_eq!(rolled(later(day("2026-03-02"), 60)), day("2026-05-06"));
    assert_eq!(rolled(day("2026-05-09")), day("2026-05-09"));
    assert_eq!(
        (age(day("2018-03-02"), day("2026-03-01")), age(day("2018-03-02"), day("2026-03-02"))),
        (7, 8)
    );
    assert_eq!(months_later(day("2026-01-31"), 1), day("2026-02-28"));
    assert_eq!(months_later(day("2026-03-05"), 12), day("2027-03-05"));
}
