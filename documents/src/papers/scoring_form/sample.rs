//! A sample of 评估评分表（空白）: the house's own set for a couple nobody else lives with.

use std::collections::BTreeSet;

use workflow::indicator::{NotApplicable, default_set};

use crate::parts::sample::people::office;
use crate::parts::sample::{CASE_NUMBER, day};

use super::{ScoringForm, compose};

/// Every sample, with the name its print is kept under.
pub fn all() -> Vec<(&'static str, ScoringForm)> {
    vec![("scoring_form", scoring_form())]
}

/// 评估评分表（空白）.
pub fn scoring_form() -> ScoringForm {
    let set = default_set();
    let absent = BTreeSet::from([NotApplicable::NoCoResident, NotApplicable::NoOwnChild]);
    ScoringForm {
        office: office(),
        case_number: CASE_NUMBER.into(),
        made_on: day(2026, 3, 10),
        set: format!("{}（{}第{}版）", set.name.zh, set.id, set.version),
        official: set.official,
        half_points: set.half_points,
        parts: compose::parts(&set, &absent),
        bonuses: compose::bonuses(&set),
    }
}
