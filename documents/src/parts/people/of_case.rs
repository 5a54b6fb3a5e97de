//! The people of a case as they are shown on paper.

use workflow::case::{self, Case, Party, assessment};
use workflow::facts;
use workflow::identity::{self, ResidentId};
use workflow::law::kinds::parents_are_unknown;

use crate::parts::secrecy::{View, WITHHELD};

use super::shown::{
    AssessingBody, Child, Identity, Institution, Named, Office, Person, Placer, PlacingPerson, Sex,
};

/// Adopters are citizens who live on the mainland.
const NATIONALITY: &str = "中国";

impl From<&facts::Office> for Office {
    fn from(office: &facts::Office) -> Self {
        Self {
            name: office.name.clone(),
            address: office.address.clone(),
            telephone: office.telephone.clone(),
        }
    }
}

impl From<identity::Sex> for Sex {
    fn from(sex: identity::Sex) -> Self {
        match sex {
            identity::Sex::Male => Self::Male,
            identity::Sex::Female => Self::Female,
        }
    }
}

fn resident_card(number: &ResidentId) -> Identity {
    Identity { paper: "居民身份证".into(), number: number.0.clone() }
}

/// Where a person lives, if that is not where it is registered.
fn elsewhere(residence: &str, household_address: &str) -> Option<String> {
    (residence != household_address).then(|| residence.to_owned())
}

/// One adopter.
pub(crate) fn adopter(adopter: &case::Adopter) -> Person {
    Person {
        name: adopter.name.clone(),
        sex: adopter.sex.into(),
        born_on: adopter.birth_date,
        nationality: NATIONALITY.into(),
        ethnicity: Some(adopter.ethnic_group.printed().to_owned()),
        identity: Some(resident_card(&adopter.resident_id)),
        household_address: Some(adopter.household_address.clone()),
        residence: elsewhere(&adopter.residence, &adopter.household_address),
        occupation: Some(adopter.occupation.clone()),
        education: Some(adopter.education.printed().to_owned()),
        marital_status: Some(adopter.marital_status.printed().into()),
        children: Some(match adopter.children {
            0 => "无子女".into(),
            children => format!("有子女{children}人"),
        }),
        telephone: Some(adopter.telephone.clone()),
    }
}

/// Every adopter.
pub(crate) fn adopters(case: &Case) -> Vec<Person> {
    case.adopters.iter().map(adopter).collect()
}

/// Every adopter by name and number alone.
pub(crate) fn named_adopters(case: &Case) -> Vec<Named> {
    adopters(case).iter().map(Named::from).collect()
}

/// The names of the adopters.
pub(crate) fn adopter_names(case: &Case) -> Vec<String> {
    case.adopters.iter().map(|adopter| adopter.name.clone()).collect()
}

/// An organisation by its own name, a person by the name it signs with.
pub(crate) fn shown_name(case: &Case, party: Party) -> Option<String> {
    institution_of(case, party).or_else(|| case.signing_name(party).map(String::from))
}

/// The child.
pub(crate) fn child(case: &Case) -> Child {
    let child = &case.child;
    Child {
        name: child.name.clone(),
        name_after_adoption: child.new_name.clone(),
        sex: child.sex.into(),
        born_on: child.birth_date,
        born_on_estimated: parents_are_unknown(case.kind),
        ethnicity: Some(child.ethnic_group.printed().to_owned()),
        category: case.kind.printed().into(),
        identity: childs_identity(&child.resident_id),
        address: child.address.clone(),
        health: Some(child.health.printed().into()),
    }
}

/// A child's number is read from the household register, for it may have no card.
fn childs_identity(number: &Option<ResidentId>) -> Option<Identity> {
    number
        .as_ref()
        .map(|number| Identity { paper: "公民身份号码".into(), number: number.0.clone() })
}

/// The institution that places the child.
pub(crate) fn institution(placer: &case::Institution) -> Institution {
    Institution {
        name: placer.name.clone(),
        credit_code: placer.credit_code.0.clone(),
        address: placer.address.clone(),
        representative: placer.responsible_person.clone(),
        representative_identity: resident_card(&placer.responsible_person_id),
        telephone: placer.telephone.clone(),
        relation: None,
    }
}

/// The institution a party signs for, if the party is one.
pub(crate) fn institution_of(case: &Case, party: Party) -> Option<String> {
    if party == Party::Guardian {
        return case.acting_guardian()?.organisation.clone();
    }
    let institution = case.placer.organisation().filter(|_| party == Party::Placer);
    institution.map(|institution| institution.name.clone())
}

/// Who places the child.
pub(crate) fn placer(case: &View<'_>) -> Placer {
    if let Some(organisation) = case.placer.organisation() {
        let guardian = case.placer.guardian();
        let relation = guardian.map(|guardian| format!("监护人（{}）", guardian.relation));
        return Placer::Institution(Institution { relation, ..institution(organisation) });
    }
    if case.placer.persons().is_empty() {
        return Placer::Nobody;
    }
    let other_parent = case.placer.other_parent().filter(|_| !case.hides(Party::OtherParent));
    Placer::Persons {
        persons: case.placer.persons().iter().map(|person| placing(case, person)).collect(),
        other_parent: other_parent.map(told_of_other_parent),
    }
}

fn placing(case: &Case, one: &case::PlacingPerson) -> PlacingPerson {
    let guardian = case.placer.guardian().map(|guardian| format!("监护人，{}", guardian.relation));
    let relation = guardian.unwrap_or_else(|| parent_by_sex(one.sex).into());
    PlacingPerson { relation, person: parent(one) }
}

fn told_of_other_parent(other: &case::OtherParent) -> String {
    let number =
        identity_of(other).map(|identity| format!("{}{}", identity.paper, identity.number));
    let state = other.state.printed().to_owned();
    let told = [other.name.clone(), number, Some(state)];
    told.into_iter().flatten().collect::<Vec<_>>().join("，")
}

/// By what the parent who does not place is known: the identity number, or another document.
fn identity_of(other: &case::OtherParent) -> Option<Identity> {
    let document = other
        .document
        .as_ref()
        .map(|document| Identity { paper: document.printed(), number: document.number.clone() });
    other.resident_id.as_ref().map(resident_card).or(document)
}

/// The placer as the certificate names it.
pub(crate) fn placer_name(case: &View<'_>) -> String {
    let name = case.placer.name();
    if name.is_empty() {
        "无送养人".into()
    } else if case.hides(Party::Placer) {
        WITHHELD.into()
    } else {
        name
    }
}

fn parent_by_sex(sex: identity::Sex) -> &'static str {
    match sex {
        identity::Sex::Male => "生父",
        identity::Sex::Female => "生母",
    }
}

/// Whether a birth parent is the father or the mother.
pub(crate) fn relation(case: &Case, party: Party) -> Option<&'static str> {
    let placing = &case.placer.parents()?.placing;
    let sex = match party {
        Party::Placer => placing.first()?.sex,
        Party::SecondPlacer => placing.get(1)?.sex,
        Party::OtherParent => match placing.first()?.sex {
            identity::Sex::Male => identity::Sex::Female,
            identity::Sex::Female => identity::Sex::Male,
        },
        _ => return None,
    };
    Some(parent_by_sex(sex))
}

/// A party by name and number, as far as the case tells them.
pub(crate) fn named(case: &Case, party: Party) -> Option<Named> {
    match (party, case.placer.other_parent()) {
        (Party::OtherParent, Some(other)) => {
            Some(Named { name: other.name.clone()?, identity: identity_of(other) })
        }
        _ => asked(case, party).as_ref().map(Named::from),
    }
}

/// A party as a person who is asked: for the institution, its responsible person, of whom sex and
/// birthday are told by the number.
pub(crate) fn asked(case: &Case, party: Party) -> Option<Person> {
    match party {
        Party::FirstAdopter | Party::SecondAdopter => case.adopter(party).map(adopter),
        Party::Placer | Party::SecondPlacer => match case.placer.organisation() {
            Some(organisation) => responsible_person(organisation),
            None => {
                let place = usize::from(party == Party::SecondPlacer);
                case.placer.persons().get(place).map(parent)
            }
        },
        Party::OtherParent => {
            let other = case.placer.other_parent()?;
            let number = other.resident_id.as_ref()?;
            let told = number.parts().ok()?;
            Some(Person {
                identity: Some(resident_card(number)),
                ..unknown(other.name.as_ref()?, told.sex.into(), told.birth_date)
            })
        }
        Party::Child => {
            let child = &case.child;
            Some(Person {
                ethnicity: Some(child.ethnic_group.printed().to_owned()),
                identity: childs_identity(&child.resident_id),
                household_address: Some(child.address.clone()),
                ..unknown(&child.name, child.sex.into(), child.birth_date)
            })
        }
        Party::Guardian => guardian(case),
        Party::InterestedPerson => None,
    }
}

/// The guardian who applies, of whom sex and birthday are told by the number.
fn guardian(case: &Case) -> Option<Person> {
    let guardian = case.acting_guardian()?;
    let told = guardian.resident_id.parts().ok()?;
    Some(Person {
        identity: Some(resident_card(&guardian.resident_id)),
        occupation: guardian.organisation.clone(),
        ..unknown(&guardian.name, told.sex.into(), told.birth_date)
    })
}

fn responsible_person(placer: &case::Institution) -> Option<Person> {
    let number = &placer.responsible_person_id;
    let told = number.parts().ok()?;
    Some(Person {
        identity: Some(resident_card(number)),
        occupation: Some(placer.name.clone()),
        telephone: Some(placer.telephone.clone()),
        ..unknown(&placer.responsible_person, told.sex.into(), told.birth_date)
    })
}

/// A birth parent who places.
fn parent(parent: &case::PlacingPerson) -> Person {
    Person {
        ethnicity: Some(parent.ethnic_group.printed().to_owned()),
        identity: Some(resident_card(&parent.resident_id)),
        household_address: Some(parent.household_address.clone()),
        residence: elsewhere(&parent.residence, &parent.household_address),
        occupation: Some(parent.occupation.clone()),
        telephone: Some(parent.telephone.clone()),
        ..unknown(&parent.name, parent.sex.into(), parent.birth_date)
    }
}

/// A person of whom the case tells no more than this.
fn unknown(name: &str, sex: Sex, born_on: chrono::NaiveDate) -> Person {
    Person {
        name: name.into(),
        sex,
        born_on,
        nationality: NATIONALITY.into(),
        ethnicity: None,
        identity: None,
        household_address: None,
        residence: None,
        occupation: None,
        education: None,
        marital_status: None,
        children: None,
        telephone: None,
    }
}

/// In what capacity a party takes part.
pub(crate) fn capacity(case: &Case, party: Party) -> String {
    match (party, relation(case, party)) {
        (Party::OtherParent, Some(relation)) => format!("被收养人的{relation}"),
        (_, Some(relation)) => format!("{}（{relation}）", party.printed()),
        (Party::Placer, None) => "送养机构负责人".into(),
        (_, None) => party.printed().into(),
    }
}

/// Who assesses.
pub(crate) fn assessing_body(
    body: &assessment::AssessingBody,
    office: &facts::Office,
) -> AssessingBody {
    match body {
        assessment::AssessingBody::OwnTeam => {
            AssessingBody::OwnTeam { name: format!("{}收养评估小组", office.name) }
        }
        assessment::AssessingBody::ThirdParty { name, .. } => {
            AssessingBody::ThirdParty { name: name.clone() }
        }
    }
}

/// The name of who assesses.
pub(crate) fn name_of_body(body: &assessment::AssessingBody, office: &facts::Office) -> String {
    match assessing_body(body, office) {
        AssessingBody::OwnTeam { name } | AssessingBody::ThirdParty { name } => name,
    }
}
