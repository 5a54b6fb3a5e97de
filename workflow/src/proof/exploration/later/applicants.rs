//! Who may ask for a replacement or a proof (规范 on replacement and proof).

use crate::case::Party;
use crate::case::later::LaterRequest;
use crate::case::present::PresentGuardian;
use crate::proof::exploration::properties::History;

use super::reading::{adopters, age_today, filed};

pub fn guardian<'a>(history: &History<'a>) -> Option<&'a PresentGuardian> {
    match &filed(history).request {
        LaterRequest::Replacement { guardian, .. } | LaterRequest::Proof { guardian, .. } => {
            guardian.as_ref()
        }
        LaterRequest::Dissolution { .. }
        | LaterRequest::Revocation { .. }
        | LaterRequest::LateEntry { .. } => None,
    }
}

/// A guardian acts alone, for a minor, and is none of those who adopted it.
fn guardian_may(history: &History) -> bool {
    let mut adopters = filed(history).application.adopters.iter();
    guardian(history).is_some_and(|guardian| {
        age_today(history) < 18 && adopters.all(|one| one.resident_id != guardian.resident_id)
    })
}

pub fn asked_for_by_another(history: &History) -> bool {
    let may = |party: &Party| match party {
        Party::Child => age_today(history) >= 18,
        Party::Guardian => guardian_may(history),
        other => adopters(history).contains(other) && guardian(history).is_none(),
    };
    match &filed(history).request {
        LaterRequest::Replacement { applicants, .. } => {
            applicants.is_empty() || !applicants.iter().all(may)
        }
        LaterRequest::Proof { applicant, .. } => !may(applicant),
        LaterRequest::Dissolution { .. }
        | LaterRequest::Revocation { .. }
        | LaterRequest::LateEntry { .. } => false,
    }
}

pub fn one_spouse_unexplained(history: &History) -> bool {
    let LaterRequest::Replacement { applicants, absent_spouse, .. } = &filed(history).request
    else {
        return false;
    };
    let adopters = adopters(history);
    let came = adopters.iter().filter(|party| applicants.contains(party)).count();
    let alone = adopters.len() == 2 && came == 1;
    alone != absent_spouse.is_some()
}
