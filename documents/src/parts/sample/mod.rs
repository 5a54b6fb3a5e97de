//! What the samples of the papers share, for tests, benches and a look at the layouts. Nobody and
//! nothing here exists.

pub(crate) mod later;
pub mod people;

use chrono::NaiveDate;

/// The number of the case that every sample is of.
pub(crate) const CASE_NUMBER: &str = "大足收2026-000012";

/// 收养登记证字号 of the samples.
pub(crate) const CERTIFICATE_NUMBER: &str = "（2026）渝足收字00007";

/// A day that exists; a wrong one would be a mistake in this file, which its tests would show.
pub(crate) fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default()
}
