//! A sample of 抚养义务人同意送养意见书 of two persons.

use crate::parts::people::Named;
use crate::parts::sample::people::{couple, office, orphan};
use crate::parts::sample::{CASE_NUMBER, day};
use workflow::cast::figures::FATHER;

use super::{SupportDutyConsent, SupportDutyPerson};

/// Every sample, with the name its print is kept under.
pub fn all() -> Vec<(&'static str, SupportDutyConsent)> {
    vec![("support_duty_consent", support_duty_consent())]
}

/// 抚养义务人同意送养意见书 of two persons.
pub fn support_duty_consent() -> SupportDutyConsent {
    let person = |relation: &str, name: &str| SupportDutyPerson {
        relation: relation.into(),
        name: name.into(),
        identity: None,
    };
    SupportDutyConsent {
        office: office(),
        case_number: CASE_NUMBER.into(),
        drawn_up_on: day(2026, 3, 9),
        child: orphan(),
        placer: FATHER.name.into(),
        adopters: Some(couple().iter().map(Named::from).collect()),
        persons: vec![person("外祖父", "罗德明"), person("姐姐", "陈小雨")],
    }
}
