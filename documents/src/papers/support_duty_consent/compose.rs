//! 抚养义务人同意送养意见书 from a case, a sheet for each who consents.

use workflow::case::Party;

use crate::parts::people;
use crate::parts::secrecy::View;
use crate::parts::setting::Setting;

use super::{SupportDutyConsent, SupportDutyPerson};

/// 抚养义务人同意送养意见书, a sheet for each.
pub(crate) fn from_case(case: &View<'_>, setting: &Setting<'_>) -> Option<SupportDutyConsent> {
    case.placer.guardian()?;
    let person = |one: &workflow::case::SupportDutyPerson| SupportDutyPerson {
        relation: one.relation.clone(),
        name: one.name.clone(),
        identity: None,
    };
    Some(SupportDutyConsent {
        office: setting.office.into(),
        case_number: case.number.clone(),
        drawn_up_on: setting.on,
        child: people::child(case),
        placer: people::placer_name(case),
        adopters: (!case.hides(Party::FirstAdopter)).then(|| people::named_adopters(case)),
        persons: case.support_duty.iter().map(person).collect(),
    })
}
