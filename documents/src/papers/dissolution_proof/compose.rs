//! 解除收养关系证明 from a case, or its copy in place of one that was lost or damaged.

use workflow::case::aftermath::Standing;
use workflow::case::later::LaterRequest;
use workflow::case::{Case, Party};
use workflow::law::child::ADULT_AGE;
use workflow::law::time::periods::age_on;

use crate::parts::secrecy::View;
use crate::parts::setting::Setting;
use crate::parts::{adoption, dissolution, people};

use super::DissolutionProof;

/// 解除收养关系证明, or its copy in place of one that was lost or damaged.
pub(crate) fn from_case(case: &View<'_>, setting: &Setting<'_>) -> Option<DissolutionProof> {
    let later = case.later.as_deref()?;
    let done = later.outcome.as_ref()?;
    let (number, dissolved_on, reason, reissue) = match (&later.request, &later.adoption.standing) {
        (LaterRequest::Dissolution { basis, .. }, _) => {
            (done.number.clone()?, done.on, dissolution::basis_in_words(*basis), None)
        }
        (LaterRequest::Replacement { .. }, Some(Standing::Dissolved { on, number })) => {
            (number.clone(), *on, "当事人协议解除", adoption::reissue(done))
        }
        _ => return None,
    };
    Some(DissolutionProof {
        office: setting.office.into(),
        number,
        blank_serial: done.blank_serial.clone(),
        adoption: adoption::registered(later),
        adopters: (!case.hides(Party::FirstAdopter)).then(|| people::adopters(case)),
        child: people::child(case),
        placer: people::placer_name(case),
        adult: was_adult(case, dissolved_on),
        reason: reason.into(),
        dissolved_on,
        remarks: dissolution::told_of_the_dead(case),
        reissue,
    })
}

fn was_adult(case: &Case, on: chrono::NaiveDate) -> bool {
    age_on(case.child.birth_date, on) >= ADULT_AGE
}
