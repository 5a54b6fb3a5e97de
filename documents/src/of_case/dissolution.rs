//! 解除收养登记: the application, and the proof that takes the place of the certificate.

use workflow::case::later::{LaterRequest, Standing};
use workflow::case::{Case, Party};
use workflow::law::child::{ADULT_AGE, CONSENT_AGE};
use workflow::law::periods::age_on;
use workflow::procedures::dissolution::deceased;

use super::secrecy::View;
use super::setting::Setting;
use super::{people, sentences};
use crate::kinds::{DissolutionApplication, DissolutionProof, Dissolving};

/// 解除收养登记申请书.
pub(super) fn application(
    case: &View<'_>,
    setting: &Setting<'_>,
) -> Option<DissolutionApplication> {
    let later = case.later.as_deref()?;
    let with = if sentences::placer_agrees(later) {
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
        adoption: sentences::adoption(later),
        adopters: (!case.hides(Party::FirstAdopter)).then(|| people::adopters(case)),
        deceased: deceased(case).map(|party| if party == Party::FirstAdopter { 1 } else { 2 }),
        child: people::child(case),
        with,
        reason: case.reason.clone(),
    })
}

/// 解除收养关系证明, or its copy in place of one that was lost or damaged.
pub(super) fn proof(case: &View<'_>, setting: &Setting<'_>) -> Option<DissolutionProof> {
    let later = case.later.as_deref()?;
    let done = later.outcome.as_ref()?;
    let (number, dissolved_on, reason, reissue) = match (&later.request, &later.adoption.standing) {
        (LaterRequest::Dissolution { basis, .. }, _) => {
            (done.number.clone()?, done.on, sentences::basis_in_words(*basis), None)
        }
        (LaterRequest::Replacement { .. }, Some(Standing::Dissolved { on, number })) => {
            (number.clone(), *on, "当事人协议解除", sentences::reissue(done))
        }
        _ => return None,
    };
    Some(DissolutionProof {
        office: setting.office.into(),
        number,
        blank_serial: done.blank_serial.clone(),
        adoption: sentences::adoption(later),
        adopters: (!case.hides(Party::FirstAdopter)).then(|| people::adopters(case)),
        child: people::child(case),
        placer: people::placer_name(case),
        adult: was_adult(case, dissolved_on),
        reason: reason.into(),
        dissolved_on,
        remarks: sentences::told_of_the_dead(case),
        reissue,
    })
}

fn was_adult(case: &Case, on: chrono::NaiveDate) -> bool {
    age_on(case.child.birth_date, on) >= ADULT_AGE
}
