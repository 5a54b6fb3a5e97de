//! Turns beside the straight way: withdrawal, mandate, service of papers, readings of the volume.

use workflow::case::{Case, Ending, Party};
use workflow::document::DocumentKind;
use workflow::procedures::revocation::to_be_served;

use super::setting::{Setting, matter, number_of};
use super::{addressees, people, revocation};
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

fn numbered(case: &Case, kind: DocumentKind) -> (DocumentKind, String) {
    (kind, number_of(case, kind))
}

/// 送达回证 of the newest paper that is served, a sheet for each party.
pub(super) fn service_receipt(case: &Case, setting: &Setting<'_>) -> Option<ServiceReceipt> {
    let (served, document_number) = match (&case.ending, revocation::decided(case)) {
        (Some(Ending::NotAccepted { .. }), _) => numbered(case, DocumentKind::NonAcceptanceNotice),
        (Some(Ending::Refused { .. }), _) => numbered(case, DocumentKind::RefusalNotice),
        (Some(Ending::Withdrawn { .. }), _) => return None,
        (None, Some(outcome)) => (DocumentKind::RevocationDecision, outcome.number.clone()?),
        (None, None) => {
            case.corrections.last()?;
            numbered(case, DocumentKind::CorrectionNotice)
        }
    };
    let parties = match served {
        DocumentKind::RevocationDecision => to_be_served(case, setting.on),
        _ => addressees::answered(case),
    };
    let addressee = |party| {
        let capacity = match people::institution_of(case, party) {
            Some(_) => party.printed().into(),
            None => people::capacity(case, party),
        };
        Some(Addressee { name: people::shown_name(case, party)?, capacity })
    };
    Some(ServiceReceipt {
        office: setting.office.into(),
        case_number: case.number.clone(),
        document: served.printed().into(),
        document_number,
        addressees: parties.into_iter().map(addressee).collect::<Option<_>>()?,
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
