//! A condition is looked up with another authority: source, day, officer, result.

use super::{Decision, one_unless};
use crate::base::rule::Violation;
use crate::case::{Case, Check, CheckKind, ChildKind, OtherParentState, Party};
use crate::event::Event;
use crate::facts::Facts;
use crate::law::input::{self, KNOWN, LINE};
use crate::law::placer::other_parent_is;
use crate::law::sequence::{UNTIL_REGISTRATION, must_be_in};

/// Until registration, at any time.
pub fn gates(case: &Case, _facts: &Facts) -> Vec<Violation> {
    must_be_in(case, UNTIL_REGISTRATION)
}

/// Records the check.
pub fn decide(case: &Case, command: &Check, facts: &Facts) -> Decision {
    let mut violations = gates(case, facts);
    violations.extend(is_written_well(case, "", command, facts));
    one_unless(violations, || Event::CheckRecorded { check: command.clone() })
}

/// The check names a party it can be about, a source, and a day of this case.
pub fn is_written_well(case: &Case, prefix: &str, check: &Check, facts: &Facts) -> Vec<Violation> {
    let about = match check.check {
        CheckKind::CriminalRecord | CheckKind::MaritalStatus => case.adopter(check.party).is_some(),
        CheckKind::CareOfChild | CheckKind::MissingChildren | CheckKind::AnotherChild => {
            check.party == Party::Child
        }
        CheckKind::Hardship => {
            check.party == Party::Placer && case.kind == ChildKind::HardshipParents
        }
        CheckKind::SupportDuty => {
            check.party == Party::Placer && case.kind == ChildKind::GuardianOrphan
        }
        CheckKind::LegalReview => {
            check.party == Party::Child && case.kind == ChildKind::StateGuardianship
        }
        CheckKind::GrandparentsPriority => {
            check.party == Party::Placer && other_parent_is(case, OtherParentState::Dead)
        }
        CheckKind::OtherParent => {
            check.party == Party::OtherParent && case.placer.other_parent().is_some()
        }
    };
    let mut violations = Vec::new();
    if !about {
        violations.push(KNOWN.broken().at(format!("{prefix}party")));
    }
    violations.extend(input::text(&format!("{prefix}source"), &check.source, LINE));
    let day = format!("{prefix}checked_on");
    violations.extend(input::happened(&day, check.checked_on, case.applied_on, facts));
    violations
}
