//! 同意书 from a case: of one party.

use workflow::case::{Case, ChildKind, Party, Procedure};

use crate::parts::people::{self, Named};
use crate::parts::secrecy::View;
use crate::parts::setting::Setting;

use super::{ConsentForm, Consenting};

/// 同意书 of one party; spouses consent each on a form of their own.
pub(crate) fn from_case(case: &View<'_>, setting: &Setting<'_>) -> Option<ConsentForm> {
    let party = case.party()?;
    let given = case.consents.iter().find(|consent| consent.party == party);
    // The parent who only consents signs the form whenever it is brought; nobody else signs one
    // before the consent was taken.
    let drawn_up_on = match given {
        Some(consent) => consent.on,
        None if party == Party::OtherParent => setting.on,
        None => return None,
    };
    let consenting = match party {
        Party::FirstAdopter | Party::SecondAdopter => Consenting::Adopters {
            persons: vec![Named::from(&people::adopter(case.adopter(party)?))],
        },
        Party::Placer | Party::SecondPlacer | Party::OtherParent => {
            match case.placer.organisation() {
                Some(organisation) => {
                    Consenting::Institution { institution: people::institution(organisation) }
                }
                None => consenting_person(case, party)?,
            }
        }
        Party::Child if case.procedure == Procedure::Dissolution => Consenting::ChildToDissolution,
        Party::Child => Consenting::Child,
        // Who applies beside the parties is asked, and consents to nothing.
        Party::Guardian | Party::InterestedPerson => return None,
    };
    Some(ConsentForm {
        office: setting.office.into(),
        case_number: case.number.clone(),
        drawn_up_on,
        consenting,
        adopters: (!case.hides(Party::FirstAdopter)).then(|| people::named_adopters(case)),
        child: people::child(case),
    })
}

fn consenting_person(case: &Case, party: Party) -> Option<Consenting> {
    let person = people::named(case, party)?;
    if let Some(guardian) = case.placer.guardian() {
        return Some(Consenting::Guardian { relation: guardian.relation.clone(), person });
    }
    let relation = people::relation(case, party)?.into();
    Some(if case.kind == ChildKind::Stepchild {
        Consenting::StepchildParent { relation, person, spouse: party != Party::OtherParent }
    } else {
        Consenting::BirthParent { relation, person }
    })
}
