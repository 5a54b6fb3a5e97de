//! At which times the office receives people: its hours, on the working days of the calendar, so many days
//! ahead.

use chrono::{Days, NaiveDate};
use workflow::base::calendar::Calendar;
use workflow::base::opening::{OpeningHours, TimeOfDay};

use crate::clock::{HOUR, Instant, now};
use crate::http::answer::{Kind, Problem};
use crate::http::service::Service;
use crate::store::office::{self, Profile, calendar};

/// What the office has arranged.
pub struct Plan {
    /// The office and what it configures.
    pub profile: Profile,
    calendar: Calendar,
    /// The first day on which somebody may come.
    pub first: NaiveDate,
    last: NaiveDate,
}

impl Plan {
    /// From tomorrow on, for so many days ahead.
    pub async fn of(service: &Service) -> Result<Plan, Problem> {
        let reader = service.app.store.reader();
        let profile = office::load(reader).await?;
        let calendar = calendar::in_force(reader).await?;
        let today = profile.today();
        let ahead = Days::new(u64::from(profile.rules.opening.appointment_days_ahead));
        let first = today.succ_opt().unwrap_or(today);
        let last = today.checked_add_days(ahead).unwrap_or(today);
        Ok(Plan { profile, calendar, first, last })
    }

    /// The times of a day.
    pub fn times(&self, day: NaiveDate) -> Vec<OpeningHours> {
        let is_open = (self.first..=self.last).contains(&day) && !self.calendar.is_rest_day(day);
        if is_open { self.profile.rules.opening.slots() } else { Vec::new() }
    }

    /// Refuses what is no time of the office.
    pub fn expect(&self, day: NaiveDate, from: TimeOfDay) -> Result<(), Problem> {
        let is_one = self.times(day).iter().any(|time| time.from == from);
        if is_one {
            Ok(())
        } else {
            Err(not_a_time("不是可预约的时段", "This is no time to choose"))
        }
    }
}

/// A time that cannot be chosen.
pub fn not_a_time(zh: &'static str, en: &'static str) -> Problem {
    let problem = Problem::new(Kind::InvalidValues);
    problem.broken("appointment-time", Some("/from".to_owned()), zh, en)
}

/// A day and a time, as they sort.
pub fn subject(day: NaiveDate, from: TimeOfDay) -> String {
    format!("{day} {from}")
}

/// A week beyond its day, as the real clock has it: a practice office's legal day may be another.
pub fn kept_until(plan: &Plan, day: NaiveDate) -> Instant {
    let ahead = (day - plan.profile.today()).num_days().clamp(0, 90).saturating_add(7);
    now().saturating_add(ahead.saturating_mul(24 * HOUR))
}
