//! The invented office of practice mode.

use chrono::NaiveDate;
use workflow::base::office_rules::OfficeRules;
use workflow::cast::county::PRACTICE;

use crate::store::office::{Mode, Profile};

/// The day on which a new practice office begins.
const FIRST_DAY: Option<NaiveDate> = NaiveDate::from_ymd_opt(2026, 3, 2);

/// The practice office as it is founded.
pub fn profile(base_address: &str) -> Profile {
    Profile {
        office: PRACTICE.office(),
        credit_code: PRACTICE.bureau_code.to_owned(),
        base_address: base_address.to_owned(),
        mode: Mode::Practice,
        practice_today: FIRST_DAY,
        rules: OfficeRules::default(),
    }
}
