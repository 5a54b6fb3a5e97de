//! What follows from the kind of child, from the Code's and the Measures' own words (民法典 arts. 1093 to
//! 1103; 登记办法 arts. 4, 6, 7; 民发〔2015〕159号).

use super::History;
use crate::case::ChildKind;
use crate::identity::dictionaries::ChildHealth;

pub fn kind(history: &History) -> ChildKind {
    history.application().kind
}

/// Art. 1093(2): the parents cannot be found.
pub fn is_searched_for(kind: ChildKind) -> bool {
    let searched = [ChildKind::InstitutionFoundling, ChildKind::Foundling, ChildKind::RescuedChild];
    searched.contains(&kind)
}

/// Art. 1094(2): an institution places.
pub fn is_of_an_institution(kind: ChildKind) -> bool {
    let raised = [
        ChildKind::InstitutionFoundling,
        ChildKind::InstitutionOrphan,
        ChildKind::RescuedChild,
        ChildKind::StateGuardianship,
    ];
    raised.contains(&kind)
}

/// Arts. 1094(1), 1095: a guardian places.
pub fn is_of_a_guardian(kind: ChildKind) -> bool {
    [ChildKind::GuardianOrphan, ChildKind::IncapableParents].contains(&kind)
}

/// Arts. 1094(3), 1099, 1103: the birth parents place.
pub fn is_of_parents(kind: ChildKind) -> bool {
    [ChildKind::HardshipParents, ChildKind::CollateralKin, ChildKind::Stepchild].contains(&kind)
}

/// Art. 1097: both parents, unless one cannot be asked; a stepchild is placed by the one parent.
pub fn is_placed_jointly(kind: ChildKind) -> bool {
    [ChildKind::HardshipParents, ChildKind::CollateralKin].contains(&kind)
}

pub fn is_step_parent(history: &History) -> bool {
    kind(history) == ChildKind::Stepchild
}

/// Art. 1099: the adopter is kin of a birth parent.
pub fn is_kin(history: &History) -> bool {
    kind(history) == ChildKind::CollateralKin || history.application().kinship.is_some()
}

/// Art. 1100(2): an orphan, a disabled minor, or one of an institution whose parents cannot be found;
/// art. 1103 says the same of a stepchild.
pub fn is_open_to_more(history: &History) -> bool {
    let orphan = [ChildKind::InstitutionOrphan, ChildKind::GuardianOrphan].contains(&kind(history));
    let not_found = is_of_an_institution(kind(history)) && is_searched_for(kind(history));
    let disabled = history.child().health == ChildHealth::Disabled;
    orphan || not_found || disabled || is_step_parent(history)
}
