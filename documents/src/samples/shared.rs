//! What the samples have in common.

use chrono::NaiveDate;

/// The number of the case that every sample is of.
pub(super) const CASE_NUMBER: &str = "大足收2026-000012";

/// A day that exists; a wrong one would be a mistake in this file, which its tests would show.
pub(super) fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default()
}
