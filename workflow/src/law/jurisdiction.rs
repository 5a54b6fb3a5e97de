//! Which office registers the adoption (管辖).

use super::rule::{Violation, rules};
use crate::case::{Case, ChildKind};
use crate::facts::Facts;

rules! {
    /// A child raised by an institution is registered where the institution is.
    INSTITUTION_PLACE = "REG-4.1", Some("SEQ-1"),
        "《中国公民收养子女登记办法》第四条第一款", "Registration Measures art. 4(1)", Verified,
        "收养社会福利机构抚养的儿童，由机构所在地的登记机关办理",
        "the adoption of a child raised by an institution is registered at the institution's place";
}

/// The office must be the one the child's kind points to.
pub fn office_has_jurisdiction(case: &Case, facts: &Facts) -> Option<Violation> {
    match case.kind {
        ChildKind::InstitutionFoundling => {
            (case.placer.division != facts.office.division).then(|| INSTITUTION_PLACE.broken())
        }
    }
}
