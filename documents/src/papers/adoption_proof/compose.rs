//! 收养关系证明 from a case.

use workflow::case::later::LaterRequest;

use crate::parts::secrecy::View;
use crate::parts::setting::Setting;
use crate::parts::{adoption, people};

use super::AdoptionProof;

/// 收养关系证明.
pub(crate) fn from_case(case: &View<'_>, setting: &Setting<'_>) -> Option<AdoptionProof> {
    let later = case.later.as_deref()?;
    let LaterRequest::Proof { purpose, .. } = &later.request else { return None };
    let done = later.outcome.as_ref()?;
    Some(AdoptionProof {
        office: setting.office.into(),
        number: done.number.clone()?,
        issued_on: done.on,
        adopters: people::adopters(case),
        child: people::child(case),
        adoption: adoption::registered(later),
        standing: adoption::standing(done.standing.as_ref()?, setting),
        purpose: purpose.clone(),
        registrar: done.by.name.clone(),
    })
}
