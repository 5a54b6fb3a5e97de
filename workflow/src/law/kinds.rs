//! What follows from the kind of child: who places it, whether its parents are searched for, whether
//! the adopters are assessed. Conditions, papers and exemptions build on this.

use crate::base::rule::{Violation, rules};
use crate::case::{Case, ChildKind};

rules! {
    /// No step is demanded that the kind of adoption does not have.
    NOT_OF_THIS_KIND = "SPEC-48.step", Some("SEQ-1"),
        "《民法典》第一千一百零五条；《收养评估办法（试行）》第二条；《收养登记工作规范》第四十八条",
        "Civil Code art. 1105; Assessment Measures art. 2; Work Specification art. 48", Verified,
        "此类收养没有这一步骤", "this kind of adoption has no such step";
}

/// Who places a child of a kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PlacedBy {
    /// 儿童福利机构
    Institution,
    /// 生父母
    Parents,
    /// 监护人
    Guardian,
    /// Nobody: the law names no placer for a foundling whom no institution raises.
    Nobody,
}

/// Who places a child of this kind (民法典 arts. 1094, 1095, 1103; 未成年人保护法 art. 95).
pub fn placed_by(kind: ChildKind) -> PlacedBy {
    match kind {
        ChildKind::InstitutionFoundling
        | ChildKind::InstitutionOrphan
        | ChildKind::RescuedChild
        | ChildKind::StateGuardianship => PlacedBy::Institution,
        ChildKind::HardshipParents | ChildKind::CollateralKin | ChildKind::Stepchild => {
            PlacedBy::Parents
        }
        ChildKind::GuardianOrphan | ChildKind::IncapableParents => PlacedBy::Guardian,
        ChildKind::Foundling => PlacedBy::Nobody,
    }
}

/// Whether the parents cannot be found, so that a public notice precedes registration
/// (民法典 art. 1105(2)).
pub fn parents_are_unknown(kind: ChildKind) -> bool {
    matches!(kind, ChildKind::InstitutionFoundling | ChildKind::Foundling | ChildKind::RescuedChild)
}

/// Whether the child lost its parents (民法典 art. 1093(1)).
pub fn is_orphan(kind: ChildKind) -> bool {
    matches!(kind, ChildKind::InstitutionOrphan | ChildKind::GuardianOrphan)
}

/// Whether the adopters are assessed: every kind but a stepchild (评估办法 art. 2).
pub fn is_assessed(kind: ChildKind) -> bool {
    kind != ChildKind::Stepchild
}

/// Whether the parties must sign an adoption agreement, for a rescued child (民发〔2015〕159号); for
/// every other kind it is as they wish (民法典 art. 1105(3)).
pub fn agreement_is_mandatory(kind: ChildKind) -> bool {
    kind == ChildKind::RescuedChild
}

/// Refuses a step of the notice where no parents are searched for.
pub fn must_have_notice(case: &Case) -> Option<Violation> {
    (!parents_are_unknown(case.kind))
        .then(|| NOT_OF_THIS_KIND.broken_because("公告", "the public notice"))
}

/// Refuses a step of the assessment where there is none.
pub fn must_be_assessed(case: &Case) -> Option<Violation> {
    (!is_assessed(case.kind)).then(|| NOT_OF_THIS_KIND.broken_because("评估", "the assessment"))
}
