//! What the application says of a guardian who places, of those with a duty to support the orphan,
//! and of kinship.

use super::given_as_needed;
use super::placer::{institution, person};
use crate::base::rule::Violation;
use crate::base::text::LINE;
use crate::case::{Child, ChildKind, Kinship, Party, PlacingGuardian, SupportDutyPerson};
use crate::facts::Facts;
use crate::law::input::{self, BOUNDS, OF_THE_KIND};
use crate::law::kinds::{PlacedBy, is_orphan, placed_by};

/// One person or one organisation is the guardian.
pub fn is_written_well(guardian: &PlacingGuardian, child: &Child, facts: &Facts) -> Vec<Violation> {
    let mut violations = Vec::new();
    if guardian.person.is_some() == guardian.organisation.is_some() {
        violations.push(
            OF_THE_KIND
                .broken_because(
                    "监护人须为一人或者一个组织",
                    "the guardian is one person or one organisation",
                )
                .at("guardian"),
        );
    }
    let of_person = guardian.person.iter();
    violations.extend(of_person.flat_map(|one| person("guardian.person", one, child, facts)));
    let of_organisation = guardian.organisation.iter();
    violations
        .extend(of_organisation.flat_map(|one| institution("guardian.organisation", one, facts)));
    violations.extend(input::text("guardian.relation", &guardian.relation, LINE));
    violations
}

/// Only an orphan has persons whose consent art. 1096 asks.
pub fn support_duty_is_written_well(
    kind: ChildKind,
    persons: &[SupportDutyPerson],
) -> Vec<Violation> {
    if persons.is_empty() {
        return Vec::new();
    }
    persons_are_written_well("support_duty", kind, persons)
}

/// Those named as owing an orphan support, at this field.
pub fn persons_are_written_well(
    field: &str,
    kind: ChildKind,
    persons: &[SupportDutyPerson],
) -> Vec<Violation> {
    let mut violations = Vec::new();
    if !is_orphan(kind) {
        violations.extend(given_as_needed(field, false, true));
    }
    if persons.len() > 20 {
        violations.push(BOUNDS.broken().at(field));
    }
    for (index, person) in persons.iter().enumerate() {
        violations.extend(input::name(&format!("{field}[{index}].name"), &person.name));
        let relation = format!("{field}[{index}].relation");
        violations.extend(input::text(&relation, &person.relation, LINE));
    }
    violations
}

/// Whether the written consent of those named is demanded: of an institution's orphan the office decides.
pub fn support_duty_consent_is_needed(
    kind: ChildKind,
    persons: &[SupportDutyPerson],
    facts: &Facts,
) -> bool {
    let of_institution = placed_by(kind) == PlacedBy::Institution;
    let asked = !of_institution || facts.rules.open_points.institution_orphan_support_consent;
    asked && !persons.is_empty()
}

/// A child of kin has the tie; any other child of known parents may have it; none whose parents are
/// unknown, and no stepchild, for whom it changes nothing.
pub fn kinship_is_written_well(
    kind: ChildKind,
    kinship: Option<&Kinship>,
    adopters: usize,
) -> Vec<Violation> {
    let given = kinship.is_some();
    let mut violations = Vec::new();
    match kind {
        ChildKind::CollateralKin => violations.extend(given_as_needed("kinship", true, given)),
        ChildKind::InstitutionOrphan
        | ChildKind::GuardianOrphan
        | ChildKind::IncapableParents
        | ChildKind::StateGuardianship => {}
        ChildKind::InstitutionFoundling
        | ChildKind::Foundling
        | ChildKind::HardshipParents
        | ChildKind::Stepchild
        | ChildKind::RescuedChild => violations.extend(given_as_needed("kinship", false, given)),
    }
    let known = |kinship: &Kinship| match kinship.adopter {
        Party::FirstAdopter => true,
        Party::SecondAdopter => adopters == 2,
        _ => false,
    };
    if kinship.is_some_and(|kinship| !known(kinship)) {
        violations.push(BOUNDS.broken().at("kinship.adopter"));
    }
    violations
}
