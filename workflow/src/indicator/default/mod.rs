//! GJ-DEFAULT: the house's own set, until an office loads its province's. It is not official, and says so.
//!
//! The points and the English anchors are those of the house's reading of the provinces' practice; the
//! words of the middle level of each item of integration are the house's alone.

mod applicants;
mod home;
mod integration;
mod items;
mod plan;
mod vetoes;

use chrono::NaiveDate;

use super::points::Points;
use super::set::{Capability, Concerned, IndicatorSet, Integration};
use super::wording::Wording;

/// The set every office begins with.
pub fn default_set() -> IndicatorSet {
    IndicatorSet {
        id: "GJ-DEFAULT".to_owned(),
        version: 1,
        name: Wording::new("归家默认评估指标（非官方）", "Default set of the house (not official)"),
        issuer: Wording::new(
            "归家，供载入本省指标前使用",
            "Guijia, until the provincial table is loaded",
        ),
        official: false,
        // The national measure is in force from this day, so that any set loaded later takes its place.
        in_force_from: NaiveDate::from_ymd_opt(2021, 1, 1).unwrap_or_default(),
        half_points: true,
        scope: vec![Concerned::Applicants, Concerned::CoResidents],
        capability: Capability {
            max: Points::whole(100),
            pass: Points::whole(80),
            bonus_cap: Points::whole(10),
            groups: [applicants::groups(), home::groups(), plan::groups()].concat(),
            bonuses: vetoes::bonuses(),
        },
        integration: Integration {
            max: Points::whole(100),
            pass: Points::whole(80),
            min_days: 30,
            min_visits: 2,
            groups: integration::groups(),
        },
        vetoes: vetoes::vetoes(),
    }
}
