//! How a child is written: who it is, how it was found, how it came to the institution.

use chrono::NaiveDate;

use super::given_as_needed;
use crate::base::rule::Violation;
use crate::base::text::{LINE, PAGE};
use crate::case::{Child, ChildKind};
use crate::facts::Facts;
use crate::law::input;
use crate::law::kinds::{PlacedBy, parents_are_unknown, placed_by};

/// Whether a child's data is written well; the act that changes it asks the same.
pub fn child_is_written_well(child: &Child, kind: ChildKind, facts: &Facts) -> Vec<Violation> {
    let mut violations = Vec::new();
    violations.extend(input::name("child.name", &child.name));
    if let Some(new_name) = &child.new_name {
        violations.extend(input::name("child.new_name", new_name));
    }
    if let Some(resident_id) = &child.resident_id {
        let stated = Some((child.sex, child.birth_date));
        violations.extend(input::resident_id("child.resident_id", resident_id, stated));
    }
    violations.extend(input::text("child.address", &child.address, LINE));
    let birth = child.birth_date;
    violations.extend(input::happened("child.birth_date", birth, NaiveDate::MIN, facts));
    violations.extend(finding_is_written_well(child, kind, facts));
    violations
}

/// What is told of a finding belongs to a child whose parents cannot be found, what is told of an
/// entry to a child of an institution.
fn finding_is_written_well(child: &Child, kind: ChildKind, facts: &Facts) -> Vec<Violation> {
    let found = parents_are_unknown(kind);
    let entered = placed_by(kind) == PlacedBy::Institution;
    let outside = kind == ChildKind::Foundling;
    let mut violations = Vec::new();
    for (field, needed, given) in [
        ("child.found_on", found, child.found_on.is_some()),
        ("child.found_at", found, child.found_at.is_some()),
        ("child.features", found, child.features.is_some()),
        ("child.found_division", outside, child.found_division.is_some()),
        ("child.entered_institution_on", entered, child.entered_institution_on.is_some()),
        ("child.entry_number", entered, child.entry_number.is_some()),
    ] {
        violations.extend(given_as_needed(field, needed, given));
    }
    // Once the child is entered in the register it has both numbers.
    let certificate = child.finding_certificate_number.is_some();
    if !(outside && child.resident_id.is_some()) {
        let field = "child.finding_certificate_number";
        violations.extend(given_as_needed(field, outside, certificate));
    }
    if kind != ChildKind::StateGuardianship {
        let revoked = child.guardianship_revoked_on.is_some();
        violations.extend(given_as_needed("child.guardianship_revoked_on", false, revoked));
    }
    violations.extend(
        child
            .found_division
            .iter()
            .flat_map(|place| input::division("child.found_division", place, facts)),
    );
    for (field, value, longest) in [
        ("child.found_at", &child.found_at, LINE),
        ("child.entry_number", &child.entry_number, LINE),
        ("child.finding_certificate_number", &child.finding_certificate_number, LINE),
        ("child.features", &child.features, PAGE),
    ] {
        violations.extend(value.iter().flat_map(|text| input::text(field, text, longest)));
    }
    // A child of known parents is told by its number, or by its birth certificate until it has one.
    let certified = child.birth_certificate_number.is_some();
    let told = child.resident_id.is_some() || found || entered;
    violations.extend(given_as_needed("child.birth_certificate_number", !told, certified));
    let certificate = child.birth_certificate_number.iter();
    violations.extend(
        certificate.flat_map(|text| input::text("child.birth_certificate_number", text, LINE)),
    );
    let mut earlier: NaiveDate = child.birth_date;
    for (field, day) in [
        ("child.found_on", child.found_on),
        ("child.entered_institution_on", child.entered_institution_on),
        ("child.guardianship_revoked_on", child.guardianship_revoked_on),
    ] {
        violations.extend(day.and_then(|day| input::happened(field, day, earlier, facts)));
        // A judgment may come before or after the child entered the institution.
        if field != "child.entered_institution_on" {
            earlier = day.unwrap_or(earlier);
        }
    }
    violations
}
