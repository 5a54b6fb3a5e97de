//! 收养登记申请书 from a case.

use workflow::case::Party;

use crate::parts::people;
use crate::parts::secrecy::View;
use crate::parts::setting::Setting;

use super::ApplicationForm;

/// 收养登记申请书.
pub(crate) fn from_case(case: &View<'_>, setting: &Setting<'_>) -> Option<ApplicationForm> {
    Some(ApplicationForm {
        office: setting.office.into(),
        case_number: case.number.clone(),
        applied_on: case.applied_on,
        adopters: (!case.hides(Party::FirstAdopter)).then(|| people::adopters(case)),
        child: people::child(case),
        placer: (!case.hides(Party::Placer)).then(|| people::placer(case)),
        reason: case.reason.clone(),
        raised_since: case.raised_since,
        agreement_wanted: case.wishes.agreement,
        notarisation_wanted: case.wishes.notarisation,
        secrecy_requested: case.wishes.secrecy,
    })
}
