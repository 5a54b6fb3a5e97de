//! 解除收养登记申请书 from a case.

use workflow::case::Party;
use workflow::law::child::CONSENT_AGE;
use workflow::law::time::periods::age_on;
use workflow::procedures::dissolution::deceased;

use crate::parts::secrecy::View;
use crate::parts::setting::Setting;
use crate::parts::{adoption, dissolution, people};

use super::{DissolutionApplication, Dissolving};

/// 解除收养登记申请书.
pub(crate) fn from_case(case: &View<'_>, setting: &Setting<'_>) -> Option<DissolutionApplication> {
    let later = case.later.as_deref()?;
    let with = if dissolution::placer_agrees(later) {
        Dissolving::Minor {
            placer: (!case.hides(Party::Placer)).then(|| people::placer(case)),
            child_consents: age_on(case.child.birth_date, case.applied_on) >= CONSENT_AGE,
        }
    } else {
        Dissolving::Adult { telephone: None }
    };
    Some(DissolutionApplication {
        office: setting.office.into(),
        case_number: case.number.clone(),
        applied_on: case.applied_on,
        adoption: adoption::registered(later),
        adopters: (!case.hides(Party::FirstAdopter)).then(|| people::adopters(case)),
        deceased: deceased(case).map(|party| if party == Party::FirstAdopter { 1 } else { 2 }),
        child: people::child(case),
        with,
        reason: case.reason.clone(),
    })
}
