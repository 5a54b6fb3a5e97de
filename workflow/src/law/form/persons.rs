//! How adopters are written, and that nobody stands in two places of a case.

use crate::base::rule::Violation;
use crate::base::text::LINE;
use crate::case::{Adopter, Child, Party, Placer};
use crate::facts::Facts;
use crate::identity::ResidentId;
use crate::law::input::{self, BOUNDS, DAY, DISTINCT_PERSONS};

/// An adopter, at this place of the list.
pub fn adopter_is_written_well(index: usize, adopter: &Adopter, facts: &Facts) -> Vec<Violation> {
    let at = |field: &str| format!("adopters[{index}].{field}");
    let mut violations = Vec::new();
    violations.extend(input::name(&at("name"), &adopter.name));
    let stated = Some((adopter.sex, adopter.birth_date));
    // Who lives elsewhere has other documents, and is told which office to go to.
    if adopter.residency.is_mainland() {
        violations.extend(input::resident_id(&at("resident_id"), &adopter.resident_id, stated));
        violations.extend(input::lives_on_the_mainland(&at("resident_id"), &adopter.resident_id));
    }
    for (field, value) in [
        ("occupation", &adopter.occupation),
        ("household_address", &adopter.household_address),
        ("residence", &adopter.residence),
    ] {
        violations.extend(input::text(&at(field), value, LINE));
    }
    violations.extend(input::telephone(&at("telephone"), &adopter.telephone));
    if adopter.birth_date > facts.today {
        violations.push(DAY.broken().at(at("birth_date")));
    }
    if adopter.children > 30 {
        violations.push(BOUNDS.broken().at(at("children")));
    }
    violations
}

/// One person has one place in the case.
pub fn persons_are_distinct(
    adopters: &[Adopter],
    child: &Child,
    placer: &Placer,
) -> Vec<Violation> {
    let parties = [Party::FirstAdopter, Party::SecondAdopter];
    let mut named: Vec<(Party, &ResidentId)> =
        parties.into_iter().zip(adopters.iter().map(|adopter| &adopter.resident_id)).collect();
    named.extend(child.resident_id.as_ref().map(|number| (Party::Child, number)));
    named.extend(placer.parties().into_iter().map(|placing| (placing.party, placing.resident_id)));
    let other_parent = placer.other_parent().and_then(|parent| parent.resident_id.as_ref());
    named.extend(other_parent.map(|number| (Party::OtherParent, number)));
    let twice = named.iter().enumerate().filter(|(index, (_, number))| {
        named.iter().take(*index).any(|(_, earlier)| earlier == number)
    });
    twice.map(|(_, (party, _))| DISTINCT_PERSONS.broken().at(party.word())).collect()
}
