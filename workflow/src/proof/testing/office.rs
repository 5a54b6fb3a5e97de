//! The office of the stories: what a decision knows besides the case.

use std::collections::BTreeSet;

use super::people::user;
use crate::access::Role;
use crate::base::calendar::Calendar;
use crate::base::office_rules::OfficeRules;
use crate::cast::county::DAZU;
use crate::cast::figures::{ASSESSORS, OTHER_REGISTRAR, REGISTRAR};
use crate::cast::staff;
use crate::facts::{Facts, OfficerRecord};

/// The first day, a registrar at work, nobody known from elsewhere.
pub fn facts() -> Facts {
    let assessor = |number, name: &str| staff::assessor(user(number, name).id, name);
    Facts {
        today: "2026-03-02".parse().expect("a date"),
        actor: user(1, REGISTRAR),
        roles: BTreeSet::from([Role::Registrar]),
        office: DAZU.office(),
        rules: OfficeRules::default(),
        calendar: Calendar::default(),
        unprintable: Vec::new(),
        next_in_series: 1,
        other_cases: Vec::new(),
        sibling: None,
        assessors: vec![
            assessor(11, ASSESSORS[0]),
            assessor(12, ASSESSORS[1]),
            assessor(14, "评估十四"),
            assessor(15, "评估十五"),
        ],
        officers: vec![OfficerRecord {
            actor: user(3, OTHER_REGISTRAR),
            is_active_registrar: true,
        }],
        blank_serial_used: false,
        adoption: None,
        open_later: Vec::new(),
        certificate_number_used: false,
        documents: Vec::new(),
        donation_review: Default::default(),
        indicator_set: None,
    }
}
