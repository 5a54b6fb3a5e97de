//! What the application says of those who place, and of the finding: what the kind needs, and
//! nothing that belongs to another kind.

use chrono::NaiveDate;

use super::apply::Apply;
use super::apply_guardian;
use crate::base::rule::Violation;
use crate::case::people::MaritalStatus;
use crate::case::{Child, ChildKind, Institution, OtherParentState, PlacingParents, PlacingPerson};
use crate::facts::Facts;
use crate::law::input::{self, BOUNDS, DAY, LINE, OF_THE_KIND, PAGE};
use crate::law::kinds::{PlacedBy, parents_are_unknown, placed_by};

/// Those who place are those of the kind, each written well.
pub(super) fn is_written_well(command: &Apply, facts: &Facts) -> Vec<Violation> {
    let mut violations = Vec::new();
    let by = placed_by(command.kind);
    for (field, needed, given) in [
        ("placer", by == PlacedBy::Institution, command.placer.is_some()),
        ("parents", by == PlacedBy::Parents, command.parents.is_some()),
        ("guardian", by == PlacedBy::Guardian, command.guardian.is_some()),
    ] {
        violations.extend(given_as_needed(field, needed, given));
    }
    violations
        .extend(command.placer.iter().flat_map(|placer| institution("placer", placer, facts)));
    if let Some(parents) = &command.parents {
        violations.extend(those_who_place(command.kind, parents));
        violations.extend(the_other_parent(parents, facts));
        for (index, parent) in parents.placing.iter().enumerate() {
            let path = format!("parents.placing[{index}]");
            violations.extend(person(&path, parent, &command.child, facts));
        }
    }
    violations.extend(
        command
            .guardian
            .iter()
            .flat_map(|guardian| apply_guardian::is_written_well(guardian, &command.child, facts)),
    );
    violations.extend(apply_guardian::support_duty_is_written_well(command));
    violations.extend(apply_guardian::kinship_is_written_well(command));
    let raised_since = command.raised_since.iter();
    violations
        .extend(raised_since.flat_map(|day| {
            input::happened("raised_since", *day, command.child.birth_date, facts)
        }));
    if command.kind == ChildKind::Stepchild {
        let married =
            |adopter: &crate::case::Adopter| adopter.marital_status == MaritalStatus::Married;
        let placing = command.parents.iter().flat_map(|parents| &parents.placing);
        let of_one_sex = placing.zip(&command.adopters).any(|(one, other)| one.sex == other.sex);
        let spouses = command.adopters.iter().all(married) && !of_one_sex;
        if command.adopters.len() != 1 || !spouses {
            violations.push(
                OF_THE_KIND
                    .broken_because(
                        "由已婚的继父或者继母一人收养",
                        "one married step-parent adopts alone",
                    )
                    .at("adopters"),
            );
        }
    }
    violations
}

/// What is told of a finding belongs to a child whose parents cannot be found, what is told of an
/// entry to a child of an institution.
pub(super) fn finding_is_written_well(
    child: &Child,
    kind: ChildKind,
    facts: &Facts,
) -> Vec<Violation> {
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

pub(super) fn given_as_needed(field: &str, needed: bool, given: bool) -> Option<Violation> {
    match (needed, given) {
        (true, false) => Some(OF_THE_KIND.broken_because("须填写", "it is needed").at(field)),
        (false, true) => {
            Some(OF_THE_KIND.broken_because("不得填写", "it belongs to another kind").at(field))
        }
        (true, true) | (false, false) => None,
    }
}

/// An organisation that places: an institution, or a guardian that is one.
pub(super) fn institution(path: &str, institution: &Institution, facts: &Facts) -> Vec<Violation> {
    let at = |field: &str| format!("{path}.{field}");
    let mut violations = Vec::new();
    violations.extend(input::text(&at("name"), &institution.name, LINE));
    violations.extend(input::credit_code(&at("credit_code"), &institution.credit_code));
    violations.extend(input::division(&at("division"), &institution.division, facts));
    violations.extend(input::text(&at("address"), &institution.address, LINE));
    violations.extend(input::telephone(&at("telephone"), &institution.telephone));
    violations.extend(input::name(&at("responsible_person"), &institution.responsible_person));
    let number = &institution.responsible_person_id;
    violations.extend(input::resident_id(&at("responsible_person_id"), number, None));
    violations
}

/// Both parents place, or one with what became of the other; a stepchild is placed by the one whom
/// the adopter married.
fn those_who_place(kind: ChildKind, parents: &PlacingParents) -> Vec<Violation> {
    let mut violations = Vec::new();
    let most = if kind == ChildKind::Stepchild { 1 } else { 2 };
    if !(1..=most).contains(&parents.placing.len()) {
        violations.push(BOUNDS.broken().at("parents.placing"));
    }
    if let [first, second] = parents.placing.as_slice()
        && first.sex == second.sex
    {
        violations.push(
            OF_THE_KIND
                .broken_because("须为生父和生母", "they must be father and mother")
                .at("parents.placing"),
        );
    }
    let alone = parents.placing.len() == 1;
    violations.extend(given_as_needed(
        "parents.other_parent",
        alone,
        parents.other_parent.is_some(),
    ));
    violations
}

fn the_other_parent(parents: &PlacingParents, facts: &Facts) -> Vec<Violation> {
    let Some(other) = &parents.other_parent else {
        return Vec::new();
    };
    let at = |field: &str| format!("parents.other_parent.{field}");
    let mut violations = Vec::new();
    let known = other.state != OtherParentState::Unknown;
    violations.extend(given_as_needed(&at("name"), known, other.name.is_some()));
    violations.extend(other.name.iter().flat_map(|name| input::name(&at("name"), name)));
    if let Some(number) = &other.resident_id {
        violations.extend(input::resident_id(&at("resident_id"), number, None));
    }
    if let Some(document) = &other.document {
        // Of who has an identity number, that number is asked and no other document.
        let has_number = other.resident_id.is_some() || document.is_resident_card();
        violations.extend(given_as_needed(&at("document"), known && !has_number, true));
        violations.extend(input::identity_document(&at("document"), document));
    }
    violations.extend(
        other
            .division
            .iter()
            .flat_map(|division| input::division(&at("division"), division, facts)),
    );
    violations
}

/// A person who places.
pub(super) fn person(
    path: &str,
    person: &PlacingPerson,
    child: &Child,
    facts: &Facts,
) -> Vec<Violation> {
    let at = |field: &str| format!("{path}.{field}");
    let mut violations = Vec::new();
    violations.extend(input::name(&at("name"), &person.name));
    let stated = Some((person.sex, person.birth_date));
    violations.extend(input::resident_id(&at("resident_id"), &person.resident_id, stated));
    for (field, value) in [
        ("occupation", &person.occupation),
        ("household_address", &person.household_address),
        ("residence", &person.residence),
    ] {
        violations.extend(input::text(&at(field), value, LINE));
    }
    violations.extend(input::division(&at("division"), &person.division, facts));
    violations.extend(input::telephone(&at("telephone"), &person.telephone));
    if person.birth_date > facts.today || person.birth_date >= child.birth_date {
        violations.push(DAY.broken().at(at("birth_date")));
    }
    violations
}
