//! 家庭教育指导记录 from a case: of one adopter.

use crate::parts::secrecy::View;
use crate::parts::setting::Setting;

use super::GuidanceRecord;

/// 家庭教育指导记录 of one adopter.
pub(crate) fn from_case(case: &View<'_>, setting: &Setting<'_>) -> Option<GuidanceRecord> {
    let party = case.party()?;
    let guidance = case.guidance.iter().find(|guidance| guidance.party == party)?;
    Some(GuidanceRecord {
        office: setting.office.into(),
        case_number: case.number.clone(),
        adopters: vec![case.adopter(party)?.name.clone()],
        child: case.child.name.clone(),
        given_by: guidance.given_by.clone(),
        given_on: guidance.on,
        minutes: guidance.minutes,
        place: guidance.place.clone(),
        form: guidance.form.clone(),
        topics: guidance.topics.clone(),
        response: guidance.response.clone(),
    })
}
