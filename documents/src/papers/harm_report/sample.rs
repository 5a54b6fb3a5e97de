//! A sample of 侵害未成年人情形报告.

use crate::papers::visit_record::sample::{FINDINGS, reported};
use crate::parts::people::Named;
use crate::parts::sample::people::{child, couple, office};
use crate::parts::sample::{CASE_NUMBER, day};
use workflow::cast::figures::REGISTRAR;

use super::HarmReport;

/// Every sample, with the name its print is kept under.
pub fn all() -> Vec<(&'static str, HarmReport)> {
    vec![("harm_report", harm_report())]
}

/// 侵害未成年人情形报告.
pub fn harm_report() -> HarmReport {
    HarmReport {
        office: office(),
        case_number: CASE_NUMBER.into(),
        child: "周安宁".into(),
        sex: child().sex,
        born_on: child().born_on,
        guardians: couple().iter().map(Named::from).collect(),
        address: "重庆市大足区龙岗街道翠屏路88号3幢2单元601室".into(),
        telephone: "13900000011".into(),
        found_on: day(2026, 12, 2),
        found_by: vec![REGISTRAR.into(), "陶然".into()],
        facts: FINDINGS.into(),
        reported: reported(),
        reported_by: REGISTRAR.into(),
        confidential: true,
    }
}
