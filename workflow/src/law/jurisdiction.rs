//! Which office registers the adoption (管辖).

use super::rule::{Rule, Violation, rules};
use crate::case::{Case, ChildKind, Placer};
use crate::facts::Facts;
use crate::identity::Division;

rules! {
    /// A child raised by an institution is registered where the institution is.
    INSTITUTION_PLACE = "REG-4.1", Some("SEQ-1"),
        "《中国公民收养子女登记办法》第四条第一款", "Registration Measures art. 4(1)", Verified,
        "收养社会福利机构抚养的儿童，由机构所在地的登记机关办理",
        "the adoption of a child raised by an institution is registered at the institution's place";
    /// A child of parents in hardship is registered where those parents are.
    PARENTS_PLACE = "REG-4.3", Some("SEQ-1"),
        "《中国公民收养子女登记办法》第四条第三款", "Registration Measures art. 4(3)", Verified,
        "收养生父母有特殊困难无力抚养的子女，由生父母常住户口所在地的登记机关办理",
        "the adoption of a child of parents in hardship is registered at the parents' registered residence";
    /// A stepchild is registered where the birth father or mother is.
    PARENT_PLACE = "REG-4.4", Some("SEQ-1"),
        "《中国公民收养子女登记办法》第四条第四款", "Registration Measures art. 4(4)", Verified,
        "继父或者继母收养继子女，由被收养人生父或者生母常住户口所在地的登记机关办理",
        "the adoption of a stepchild is registered at the birth father's or mother's registered residence";
}

/// The office must be one that the child's kind points to.
pub fn office_has_jurisdiction(case: &Case, facts: &Facts) -> Option<Violation> {
    let competent = competent_divisions(case);
    (!competent.contains(&&facts.office.division)).then(|| rule_of(case.kind).broken())
}

fn rule_of(kind: ChildKind) -> &'static Rule {
    match kind {
        ChildKind::InstitutionFoundling => &INSTITUTION_PLACE,
        ChildKind::HardshipParents => &PARENTS_PLACE,
        ChildKind::Stepchild => &PARENT_PLACE,
    }
}

/// The counties whose office may register: the institution's, those of the parents who place, and
/// of a stepchild also that of the other parent.
fn competent_divisions(case: &Case) -> Vec<&Division> {
    match &case.placer {
        Placer::Institution(institution) => vec![&institution.division],
        Placer::Parents(parents) => {
            let placing = parents.placing.iter().map(|parent| &parent.division);
            let other = parents.other_parent.as_ref().filter(|_| case.kind == ChildKind::Stepchild);
            placing.chain(other.and_then(|parent| parent.division.as_ref())).collect()
        }
    }
}
