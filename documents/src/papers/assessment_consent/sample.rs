//! A sample of 收养评估同意书.

use crate::parts::people::Named;
use crate::parts::sample::people::{assessing_body, couple, office};
use crate::parts::sample::{CASE_NUMBER, day};

use super::AssessmentConsent;

/// Every sample, with the name its print is kept under.
pub fn all() -> Vec<(&'static str, AssessmentConsent)> {
    vec![("assessment_consent", assessment_consent())]
}

/// 收养评估同意书.
pub fn assessment_consent() -> AssessmentConsent {
    AssessmentConsent {
        office: office(),
        case_number: CASE_NUMBER.into(),
        notice_number: "足民收评〔2026〕9号".into(),
        notified_on: day(2026, 3, 6),
        body: assessing_body(),
        applicants: couple().iter().map(Named::from).collect(),
        integration_days: 30,
    }
}
