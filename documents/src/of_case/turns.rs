//! Turns beside the straight way: withdrawal, mandate, service of papers, readings of the volume.

use workflow::case::{Case, Ending, Party};
use workflow::document::DocumentKind;

use super::{Setting, matter, number_of, people};
use crate::kinds::{Addressee, LendingSlip, Mandate, ServiceReceipt, WithdrawalRecord};

/// 撤回申请记录.
pub(super) fn withdrawal_record(case: &Case, setting: &Setting<'_>) -> Option<WithdrawalRecord> {
    let Some(Ending::Withdrawn { on, party, reason }) = &case.ending else {
        return None;
    };
    Some(WithdrawalRecord {
        office: setting.office.into(),
        case_number: case.number.clone(),
        matter: matter(case),
        party: people::named(case, *party)?,
        institution: people::institution_of(case, *party),
        capacity: people::capacity(case, *party),
        child: case.child.name.clone(),
        applied_on: case.applied_on,
        withdrawn_on: *on,
        reason: reason.clone(),
        registrar: setting.by.into(),
    })
}

/// 委托书 of one spouse to the other.
pub(super) fn mandate(case: &Case, party: Party, setting: &Setting<'_>) -> Option<Mandate> {
    let drawn_up = case.mandates.iter().rev().find(|mandate| mandate.party == party)?;
    let (_, agent) = case.adopting_parties().find(|(other, _)| *other != party)?;
    Some(Mandate {
        office: setting.office.into(),
        case_number: case.number.clone(),
        principal: people::adopter(case.adopter(party)?),
        agent: people::adopter(agent),
        child: case.child.name.clone(),
        reason: drawn_up.reason.clone(),
        drawn_up_on: setting.on,
    })
}

/// 送达回证 of the newest paper that is served, a sheet for each party.
pub(super) fn service_receipt(case: &Case, setting: &Setting<'_>) -> Option<ServiceReceipt> {
    let served = match &case.ending {
        Some(Ending::NotAccepted { .. }) => DocumentKind::NonAcceptanceNotice,
        Some(Ending::Refused { .. }) => DocumentKind::RefusalNotice,
        Some(Ending::Withdrawn { .. }) => return None,
        None => {
            case.corrections.last()?;
            DocumentKind::CorrectionNotice
        }
    };
    let parties = case.adopting_parties().map(|(party, _)| party).chain(case.placing_parties());
    let addressee = |party| {
        let institution = people::institution_of(case, party);
        let capacity = match &institution {
            Some(_) => party.printed().into(),
            None => people::capacity(case, party),
        };
        let name = institution.or_else(|| case.signing_name(party).map(String::from))?;
        Some(Addressee { name, capacity })
    };
    Some(ServiceReceipt {
        office: setting.office.into(),
        case_number: case.number.clone(),
        document: served.printed().into(),
        document_number: number_of(case, served),
        addressees: parties.map(addressee).collect::<Option<_>>()?,
        drawn_up_on: setting.on,
        served_by: setting.by.into(),
    })
}

/// 档案查阅登记单 of the newest reading.
pub(super) fn lending_slip(case: &Case, setting: &Setting<'_>) -> Option<LendingSlip> {
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
