//! A sample of 收养评估通知书.

use crate::parts::sample::people::{assessing_body, office};
use crate::parts::sample::{CASE_NUMBER, day};
use workflow::cast::figures::{HUSBAND, REGISTRAR, WIFE};

use super::AssessmentNotice;

/// Every sample, with the name its print is kept under.
pub fn all() -> Vec<(&'static str, AssessmentNotice)> {
    vec![("assessment_notice", assessment_notice())]
}

/// 收养评估通知书.
pub fn assessment_notice() -> AssessmentNotice {
    AssessmentNotice {
        office: office(),
        number: "足民收评〔2026〕9号".into(),
        case_number: CASE_NUMBER.into(),
        applicants: vec![HUSBAND.name.into(), WIFE.name.into()],
        issued_on: day(2026, 3, 6),
        body: assessing_body(),
        assessors_needed: 2,
        assessment_days: 60,
        integration_days: 30,
        registrar: REGISTRAR.into(),
    }
}
