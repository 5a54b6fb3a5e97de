//! The office of the stories: what a decision knows besides the case.

use std::collections::BTreeSet;

use super::people::user;
use crate::access::Role;
use crate::base::calendar::Calendar;
use crate::base::office_rules::OfficeRules;
use crate::facts::{AssessorRecord, Facts, Office, OfficerRecord};
use crate::identity::Division;

/// The first day, a registrar at work, nobody known from elsewhere.
pub fn facts() -> Facts {
    let assessor = |number, name: &str| AssessorRecord {
        user: user(number, name).id,
        name: name.to_owned(),
        is_active_assessor: true,
        qualification: Some("社会工作师 20190001".into()),
        valid_until: None,
    };
    Facts {
        today: "2026-03-02".parse().expect("a date"),
        actor: user(1, "沈登记"),
        roles: BTreeSet::from([Role::Registrar]),
        office: Office {
            name: "重庆市大足区民政局".into(),
            division: Division("500111".into()),
            province_short: "渝".into(),
            county_short: "足".into(),
            address: "重庆市大足区".into(),
            telephone: "023-43722222".into(),
            fonds: "0123".into(),
        },
        rules: OfficeRules::default(),
        calendar: Calendar::default(),
        unprintable: Vec::new(),
        next_in_series: 1,
        other_cases: Vec::new(),
        sibling: None,
        assessors: vec![assessor(11, "苏评估"), assessor(12, "吴评估")],
        officers: vec![OfficerRecord { actor: user(3, "顾登记"), is_active_registrar: true }],
        blank_serial_used: false,
        adoption: None,
        open_later: Vec::new(),
        certificate_number_used: false,
        documents: Vec::new(),
        donation_review: Default::default(),
    }
}
