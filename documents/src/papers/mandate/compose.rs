//! 委托书 from a case.

use crate::parts::people;
use crate::parts::secrecy::View;
use crate::parts::setting::Setting;

use super::Mandate;

/// 委托书 of one spouse to the other.
pub(crate) fn from_case(case: &View<'_>, setting: &Setting<'_>) -> Option<Mandate> {
    let party = case.party()?;
    let drawn_up = case.mandates.iter().rev().find(|mandate| mandate.party == party)?;
    let (_, agent) = case.adopting_parties().find(|(other, _)| *other != party)?;
    Some(Mandate {
        office: setting.office.into(),
        case_number: case.number.clone(),
        principal: people::adopter(case.adopter(party)?),
        agent: people::adopter(agent),
        child: case.child.name.clone(),
        reason: drawn_up.reason.clone(),
        drawn_up_on: setting.on,
    })
}
