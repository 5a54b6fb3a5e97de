//! 撤销收养登记申请书 from a case.

use workflow::case::later::{Initiator, LaterRequest};

use crate::parts::secrecy::View;
use crate::parts::setting::Setting;
use crate::parts::{adoption, people};

use super::{Applicant, RevocationApplication};

/// 撤销收养登记申请书. Of a case kept secret the form tells the applicant nothing it does not know.
pub(crate) fn from_case(case: &View<'_>, setting: &Setting<'_>) -> Option<RevocationApplication> {
    let later = case.later.as_deref()?;
    let LaterRequest::Revocation { initiator: Initiator::InterestedPerson { name, relation } } =
        &later.request
    else {
        return None;
    };
    let told = !case.wishes.secrecy;
    Some(RevocationApplication {
        office: setting.office.into(),
        case_number: case.number.clone(),
        applied_on: case.applied_on,
        applicant: Applicant {
            name: name.clone(),
            identity: None,
            organisation: None,
            interest: relation.clone(),
            address: None,
            telephone: None,
        },
        adoption: told.then(|| adoption::registered(later)),
        adopters: told.then(|| people::adopter_names(case)),
        child: case.child.name.clone(),
        grounds: case.reason.clone(),
        evidence: Vec::new(),
    })
}
