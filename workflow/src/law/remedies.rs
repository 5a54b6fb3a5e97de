//! What can be done against a decision that burdens a party, and until when.

use chrono::NaiveDate;

use super::time::periods::{last_day, months_after};
use crate::base::calendar::Calendar;
use crate::base::message::Message;
use crate::base::rule::rules;

rules! {
    /// Reconsideration is asked for within sixty days of knowing.
    RECONSIDERATION = "ARL-20", None,
        "《行政复议法》第二十条", "Administrative Reconsideration Law art. 20", Verified,
        "可以自知道决定之日起六十日内申请行政复议", "reconsideration may be asked for within 60 days of knowing";
    /// A suit is brought within six months of knowing.
    SUIT = "ALL-46", None,
        "《行政诉讼法》第四十六条", "Administrative Litigation Law art. 46", Verified,
        "可以自知道决定之日起六个月内提起行政诉讼", "a suit may be brought within six months of knowing";
}

/// Days to ask for reconsideration (行政复议法 art. 20).
pub const RECONSIDERATION_DAYS: u32 = 60;
/// Months to bring a suit (行政诉讼法 art. 46).
pub const SUIT_MONTHS: u32 = 6;

/// The last days of both.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Terms {
    /// The last day to ask for reconsideration.
    pub reconsideration_until: NaiveDate,
    /// The last day to bring a suit.
    pub suit_until: NaiveDate,
}

/// The last days, counted from the day the decision became known, which itself does not count; a last
/// day of rest moves to the next working day.
pub fn terms(known_on: NaiveDate, calendar: &Calendar) -> Terms {
    Terms {
        reconsideration_until: last_day(known_on, RECONSIDERATION_DAYS, calendar),
        suit_until: calendar.roll(months_after(known_on, SUIT_MONTHS)),
    }
}

/// Who reconsiders: the government the bureau belongs to (行政复议法 art. 24).
pub fn reconsideration_body(office: &str) -> Message {
    match office.strip_suffix("民政局") {
        Some(area) => {
            let government = format!("{area}人民政府");
            Message::new(government.clone(), government)
        }
        None => Message::new("本机关所属的本级人民政府", "the government the office belongs to"),
    }
}

/// Which court is competent the provinces arrange differently, so none is named.
pub fn court() -> Message {
    Message::new("有管辖权的人民法院", "the competent people's court")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_day_of_knowing_does_not_count_and_rest_days_move_the_end() {
        let known_on = "2026-03-02".parse().expect("a day");
        let terms = terms(known_on, &Calendar::default());
        // 1 May is a holiday, 2 May too, and 3 May 2026 a Sunday.
        assert_eq!(terms.reconsideration_until.to_string(), "2026-05-04");
        assert_eq!(terms.suit_until.to_string(), "2026-09-02");
    }

    #[test]
    fn the_government_of_the_same_county_reconsiders() {
        assert_eq!(reconsideration_body("重庆市大足区民政局").zh, "重庆市大足区人民政府");
    }
}
