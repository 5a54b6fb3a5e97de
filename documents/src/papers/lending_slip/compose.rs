//! 档案查阅登记单 from a case: of the newest reading.

use crate::parts::secrecy::View;
use crate::parts::setting::Setting;

use super::LendingSlip;

/// 档案查阅登记单 of the newest reading.
pub(crate) fn from_case(case: &View<'_>, setting: &Setting<'_>) -> Option<LendingSlip> {
    let loan = case.loans.last()?;
    let archive = case.archive.as_ref()?;
    let certificate = case.registration.as_ref();
    Some(LendingSlip {
        office: setting.office.into(),
        volume_number: archive.volume_number.clone(),
        certificate_number: certificate.map(|done| done.certificate_number.clone()),
        number: loan.number,
        reader: loan.reading.reader.clone(),
        shown: loan.reading.identity_shown.clone(),
        basis: loan.reading.ground.printed().into(),
        purpose: loan.reading.purpose.clone(),
        lent_on: loan.on,
        pages: archive.manifest.iter().map(|entry| entry.pages).sum(),
        approved_by: loan.reading.approved_by.clone(),
        archivist: setting.by.into(),
    })
}
