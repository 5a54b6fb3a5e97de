//! 收养登记结果告知书 from a case.

use workflow::base::document::DocumentKind;
use workflow::case::FollowUpVisit;

use crate::parts::people;
use crate::parts::secrecy::View;
use crate::parts::setting::{Setting, number_of};

use super::{PlannedVisit, ResultNotice};

/// 收养登记结果告知书.
pub(crate) fn from_case(case: &View<'_>, setting: &Setting<'_>) -> Option<ResultNotice> {
    let registration = case.registration.as_ref()?;
    let planned =
        |visit: &FollowUpVisit| PlannedVisit { number: visit.number, due_on: visit.due_on };
    Some(ResultNotice {
        office: setting.office.into(),
        number: number_of(case, DocumentKind::ResultNotice),
        case_number: case.number.clone(),
        adopters: people::adopter_names(case),
        child: case.child.name.clone(),
        name_after_adoption: case.child.new_name.clone(),
        certificate_number: registration.certificate_number.clone(),
        registered_on: registration.on,
        visits: case.visits.iter().map(planned).collect(),
        registrar: registration.by.name.clone(),
    })
}
