//! A sample of 受理通知书 with both clocks.

use crate::parts::copies::Copies;
use crate::parts::sample::people::office;
use crate::parts::sample::{CASE_NUMBER, day};
use workflow::cast::county::DAZU;
use workflow::cast::figures::{FOUNDLING, HUSBAND, REGISTRAR, WIFE};

use super::AcceptanceNotice;

/// Every sample, with the name its print is kept under.
pub fn all() -> Vec<(&'static str, Copies<AcceptanceNotice>)> {
    vec![("acceptance_notice", Copies::one(acceptance_notice()))]
}

/// 受理通知书 with both clocks.
pub fn acceptance_notice() -> AcceptanceNotice {
    AcceptanceNotice {
        office: office(),
        number: "足民收受〔2026〕12号".into(),
        case_number: CASE_NUMBER.into(),
        applicants: vec![HUSBAND.name.into(), WIFE.name.into(), DAZU.institution.name.into()],
        child: FOUNDLING.name.into(),
        received_on: day(2026, 3, 2),
        accepted_on: day(2026, 3, 2),
        review_days: 30,
        review_begins_on: day(2026, 3, 3),
        review_ends_on: day(2026, 4, 1),
        notice_days: Some(60),
        assessment_days: Some(60),
        registrar: REGISTRAR.into(),
    }
}
