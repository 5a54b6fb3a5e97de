//! 保密 (民法典 art. 1110): the two sides of a case, and what tells who a side is.

use crate::case::{Case, ChildKind, Institution, OtherParent, Party, PlacingPerson};

/// What stands in the place of what is withheld.
pub const WITHHELD: &str = "依法保密";

/// A side that may keep itself from the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// 收养人.
    Adopting,
    /// 送养人.
    Placing,
}

impl Side {
    /// The side from which this one may keep itself.
    pub fn other(self) -> Self {
        match self {
            Self::Adopting => Self::Placing,
            Self::Placing => Self::Adopting,
        }
    }
}

/// The side a party is on. The child is on neither: it must know who adopts it. A stepchild is
/// placed by the adopter's own spouse, so that only the other parent stands on the other side. Who
/// is the adoptee's guardian now stands where the adopters stood; an interested person is on no side.
pub fn side_of(case: &Case, party: Party) -> Option<Side> {
    match party {
        Party::FirstAdopter | Party::SecondAdopter | Party::Guardian => Some(Side::Adopting),
        Party::Placer | Party::SecondPlacer if case.kind == ChildKind::Stepchild => {
            Some(Side::Adopting)
        }
        Party::Placer | Party::SecondPlacer | Party::OtherParent => Some(Side::Placing),
        Party::Child | Party::InterestedPerson => None,
    }
}

/// Everything in words that tells who a side is, the longest first: an address may hold the name of an
/// institution.
pub fn identifying(case: &Case, side: Side) -> Vec<String> {
    let is_of_side = |party: Party| side_of(case, party) == Some(side);
    let mut words: Vec<&str> = Vec::new();
    for (party, adopter) in case.adopting_parties() {
        if is_of_side(party) {
            words.extend([adopter.name.as_str(), &adopter.resident_id.0, &adopter.telephone]);
            words.extend([adopter.household_address.as_str(), &adopter.residence]);
            words.extend(workplace(&adopter.occupation));
            // The new name of the child tells the adopters' surname, unless it is the old one.
            let new_name = case.child.new_name.as_deref();
            words.extend(new_name.filter(|new_name| !case.child.name.contains(new_name)));
        }
    }
    if is_of_side(Party::Placer) {
        // The child lives where its placer is.
        words.push(&case.child.address);
    }
    if is_of_side(Party::Placer) {
        words.extend(case.placer.organisation().into_iter().flat_map(of_organisation));
        words.extend(case.placer.persons().iter().flat_map(of_person));
        words.extend(case.support_duty.iter().map(|person| person.name.as_str()));
    }
    if is_of_side(Party::OtherParent) {
        words.extend(case.placer.other_parent().into_iter().flat_map(of_other_parent));
    }
    let named = words.into_iter().filter(|word| !word.is_empty());
    let mut named: Vec<String> = named.map(String::from).collect();
    named.sort_by_key(|word| std::cmp::Reverse(word.len()));
    named
}

fn of_organisation(organisation: &Institution) -> [&str; 6] {
    [
        organisation.name.as_str(),
        &organisation.credit_code.0,
        &organisation.address,
        &organisation.telephone,
        &organisation.responsible_person,
        &organisation.responsible_person_id.0,
    ]
}

fn of_person(person: &PlacingPerson) -> impl Iterator<Item = &str> {
    let words = [
        person.name.as_str(),
        &person.resident_id.0,
        &person.household_address,
        &person.residence,
        &person.telephone,
    ];
    words.into_iter().chain(workplace(&person.occupation))
}

fn of_other_parent(other: &OtherParent) -> impl Iterator<Item = &str> {
    let number = other.resident_id.as_ref().map(|number| number.0.as_str());
    let document = other.document.as_ref().map(|document| document.number.as_str());
    other.name.as_deref().into_iter().chain(number).chain(document)
}

/// A bare trade tells nobody apart; a trade with the place of work does.
fn workplace(occupation: &str) -> Option<&str> {
    (occupation.chars().count() > 6).then_some(occupation)
}

/// A text with the mark in the place of every secret.
pub fn without_secrets(text: &str, secrets: &[String]) -> String {
    let mut text = text.to_owned();
    for secret in secrets {
        // A name of one character would be found in any word.
        let found = secret.chars().count() > 1 && text.contains(secret.as_str());
        if found || text == *secret {
            text = text.replace(secret.as_str(), WITHHELD);
        }
    }
    text
}
