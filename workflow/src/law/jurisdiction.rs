//! Which office registers the adoption (管辖).

use crate::base::rule::{Rule, Violation, rules};
use crate::case::{Case, ChildKind};
use crate::facts::Facts;
use crate::identity::Division;

rules! {
    /// A child raised by an institution is registered where the institution is.
    INSTITUTION_PLACE = "REG-4.1", Some("SEQ-1"),
        "《中国公民收养子女登记办法》第四条第一款", "Registration Measures art. 4(1)", Verified,
        "收养社会福利机构抚养的儿童，由机构所在地的登记机关办理",
        "the adoption of a child raised by an institution is registered at the institution's place";
    /// A foundling whom no institution raises is registered where it was found.
    DISCOVERY_PLACE = "REG-4.2", Some("SEQ-1"),
        "《中国公民收养子女登记办法》第四条第二款", "Registration Measures art. 4(2)", Verified,
        "收养非社会福利机构抚养的查找不到生父母的儿童，由发现地的登记机关办理",
        "the adoption of a foundling whom no institution raises is registered at the place of discovery";
    /// An orphan is registered where its guardian is.
    GUARDIAN_PLACE = "REG-4.3.guardian", Some("SEQ-1"),
        "《中国公民收养子女登记办法》第四条第三款", "Registration Measures art. 4(3)", Verified,
        "收养由监护人监护的孤儿，由监护人常住户口所在地或者监护组织所在地的登记机关办理",
        "the adoption of an orphan under a guardian is registered at the guardian's registered residence or the organisation's place";
    /// Of a child of incapable parents the Measures name no office; practice takes the guardian's.
    INCAPABLE_PLACE = "REG-4.gap", Some("SEQ-1"),
        "《中国公民收养子女登记办法》第四条（未规定，参照第三款）",
        "Registration Measures art. 4 (silent; by analogy with (3))", Derived,
        "监护人依《民法典》第一千零九十五条送养的，由监护人常住户口所在地或者监护组织所在地的登记机关办理",
        "where a guardian places under Civil Code art. 1095, the office at the guardian's registered residence or the organisation's place registers";
    /// A child of parents in hardship is registered where those parents are.
    PARENTS_PLACE = "REG-4.3", Some("SEQ-1"),
        "《中国公民收养子女登记办法》第四条第三款", "Registration Measures art. 4(3)", Verified,
        "收养生父母有特殊困难无力抚养的子女，由生父母常住户口所在地的登记机关办理",
        "the adoption of a child of parents in hardship is registered at the parents' registered residence";
    /// A child of kin is registered where the birth father or mother is.
    KIN_PLACE = "REG-4.4.kin", Some("SEQ-1"),
        "《中国公民收养子女登记办法》第四条第四款", "Registration Measures art. 4(4)", Verified,
        "收养三代以内旁系同辈血亲的子女，由被收养人生父或者生母常住户口所在地的登记机关办理",
        "the adoption of a child of kin is registered at the birth father's or mother's registered residence";
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

/// The paragraph of article 4 that names the office for this kind.
pub fn rule_of(kind: ChildKind) -> &'static Rule {
    match kind {
        ChildKind::InstitutionFoundling
        | ChildKind::InstitutionOrphan
        | ChildKind::RescuedChild
        | ChildKind::StateGuardianship => &INSTITUTION_PLACE,
        ChildKind::Foundling => &DISCOVERY_PLACE,
        ChildKind::GuardianOrphan => &GUARDIAN_PLACE,
        ChildKind::IncapableParents => &INCAPABLE_PLACE,
        ChildKind::HardshipParents => &PARENTS_PLACE,
        ChildKind::CollateralKin => &KIN_PLACE,
        ChildKind::Stepchild => &PARENT_PLACE,
    }
}

/// The counties whose office may register: the institution's, the place of discovery, the
/// guardian's, those of the parents who place; of kin and of a stepchild also the other parent's.
pub fn competent_divisions(case: &Case) -> Vec<&Division> {
    let either_parent = matches!(case.kind, ChildKind::CollateralKin | ChildKind::Stepchild);
    let other = case.placer.other_parent().filter(|_| either_parent);
    let organisation = case.placer.organisation().map(|organisation| &organisation.division);
    let persons = case.placer.persons().iter().map(|person| &person.division);
    let found = case.child.found_division.as_ref();
    organisation
        .into_iter()
        .chain(persons)
        .chain(other.and_then(|parent| parent.division.as_ref()))
        .chain(found)
        .collect()
}
