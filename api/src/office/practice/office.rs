//! The invented office of practice mode.

use chrono::NaiveDate;
use workflow::base::office_rules::OfficeRules;
use workflow::facts::Office;
use workflow::identity::Division;

use crate::store::office::{Mode, Profile};

/// The division code of the invented county: a form no county has.
pub const DIVISION: &str = "500199";

/// The day on which a new practice office begins.
const FIRST_DAY: Option<NaiveDate> = NaiveDate::from_ymd_opt(2026, 3, 2);

/// The practice office as it is founded.
pub fn profile(base_address: &str) -> Profile {
    Profile {
        office: Office {
            name: "练习县民政局".to_owned(),
            division: Division(DIVISION.to_owned()),
            province_short: "渝".to_owned(),
            county_short: "练".to_owned(),
            address: "练习县城关镇人民路1号".to_owned(),
            telephone: "023-40000001".to_owned(),
            fonds: "0199".to_owned(),
        },
        credit_code: "115001990099000139".to_owned(),
        base_address: base_address.to_owned(),
        mode: Mode::Practice,
        practice_today: FIRST_DAY,
        rules: OfficeRules::default(),
    }
}
