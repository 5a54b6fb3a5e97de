//! 无捐赠承诺声明书 from a case: of a party, or of the officer who acts where it concerns none.

use workflow::case::Party;

use crate::parts::people::{self, Named};
use crate::parts::secrecy::View;
use crate::parts::setting::Setting;

use super::{Declaring, NoDonationDeclaration};

/// 无捐赠承诺声明书 of a party, or of the officer who acts where it concerns none.
pub(crate) fn from_case(case: &View<'_>, setting: &Setting<'_>) -> Option<NoDonationDeclaration> {
    let party = case.party();
    let organisation = match party {
        Some(party) => people::institution_of(case, party),
        None => Some(setting.office.name.clone()),
    };
    let declaring = match party {
        None => Declaring::Officer,
        Some(Party::FirstAdopter | Party::SecondAdopter) => Declaring::Adopter,
        Some(_) if organisation.is_some() => Declaring::Institution,
        Some(_) => Declaring::Placer,
    };
    Some(NoDonationDeclaration {
        office: setting.office.into(),
        case_number: case.number.clone(),
        declaring,
        declarant: match party {
            Some(party) => people::named(case, party)?,
            None => Named { name: setting.by.into(), identity: None },
        },
        capacity: party.map_or_else(|| "收养登记员".into(), |party| people::capacity(case, party)),
        organisation,
        child: case.child.name.clone(),
        drawn_up_on: setting.on,
    })
}
