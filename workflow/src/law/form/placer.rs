//! How those who place a child are written: an organisation, parents, a person.

use super::given_as_needed;
use crate::base::rule::Violation;
use crate::base::text::LINE;
use crate::case::{Child, ChildKind, Institution, OtherParentState, PlacingParents, PlacingPerson};
use crate::facts::Facts;
use crate::law::input::{self, BOUNDS, DAY, OF_THE_KIND};

/// An organisation that places: an institution, or a guardian that is one.
pub fn institution(path: &str, institution: &Institution, facts: &Facts) -> Vec<Violation> {
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
pub fn those_who_place(kind: ChildKind, parents: &PlacingParents) -> Vec<Violation> {
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

/// What became of the parent who does not place.
pub fn the_other_parent(parents: &PlacingParents, facts: &Facts) -> Vec<Violation> {
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
pub fn person(path: &str, person: &PlacingPerson, child: &Child, facts: &Facts) -> Vec<Violation> {
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
