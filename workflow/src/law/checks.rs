//! 信息核查: what a check made with another authority may be about, and how it is written.

use super::input::{self, KNOWN};
use super::placer::other_parent_is;
use crate::base::rule::Violation;
use crate::base::text::LINE;
use crate::case::{Case, Check, CheckKind, ChildKind, OtherParentState, Party};
use crate::facts::Facts;

/// The check names a party it can be about, a source, and a day of this case.
pub fn is_written_well(case: &Case, prefix: &str, check: &Check, facts: &Facts) -> Vec<Violation> {
    let mut violations = Vec::new();
    if !is_about(case, check.check, check.party) {
        violations.push(KNOWN.broken().at(format!("{prefix}party")));
    }
    violations.extend(input::text(&format!("{prefix}source"), &check.source, LINE));
    let day = format!("{prefix}checked_on");
    violations.extend(input::happened(&day, check.checked_on, case.applied_on, facts));
    violations
}

/// Whether a check is one that this case has, about this party.
pub fn is_about(case: &Case, check: CheckKind, party: Party) -> bool {
    match check {
        CheckKind::CriminalRecord | CheckKind::MaritalStatus => case.adopter(party).is_some(),
        CheckKind::CareOfChild | CheckKind::MissingChildren | CheckKind::AnotherChild => {
            party == Party::Child
        }
        CheckKind::Hardship => party == Party::Placer && case.kind == ChildKind::HardshipParents,
        CheckKind::SupportDuty => party == Party::Placer && case.kind == ChildKind::GuardianOrphan,
        CheckKind::LegalReview => {
            party == Party::Child && case.kind == ChildKind::StateGuardianship
        }
        CheckKind::GrandparentsPriority => {
            party == Party::Placer && other_parent_is(case, OtherParentState::Dead)
        }
        CheckKind::OtherParent => {
            party == Party::OtherParent && case.placer.other_parent().is_some()
        }
    }
}
