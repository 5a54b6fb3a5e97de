//! 收养协议, and the consent of those who owe an orphan support.

use workflow::case::{ChildKind, Party};

use super::people;
use super::secrecy::View;
use super::setting::Setting;
use crate::kinds::{AdoptionAgreement, AgreementParty, SupportDutyConsent, SupportDutyPerson};

/// 收养协议, or the copy of one side, which names the other nowhere. None where nobody places, so that
/// nobody agrees with the adopters.
pub(super) fn agreement(case: &View<'_>, setting: &Setting<'_>) -> Option<AdoptionAgreement> {
    if case.placer.name().is_empty() {
        return None;
    }
    let rescued = case.kind == ChildKind::RescuedChild;
    let police = AgreementParty { capacity: "公安机关".into(), name: None };
    Some(AdoptionAgreement {
        office: setting.office.into(),
        case_number: case.number.clone(),
        drawn_up_on: setting.on,
        adopters: (!case.hides(Party::FirstAdopter)).then(|| people::adopters(case)),
        placer: (!case.hides(Party::Placer)).then(|| people::placer(case)),
        child: people::child(case),
        rescued,
        others: rescued.then_some(police).into_iter().collect(),
    })
}

/// 抚养义务人同意送养意见书, a sheet for each.
pub(super) fn support_duty_consent(
    case: &View<'_>,
    setting: &Setting<'_>,
) -> Option<SupportDutyConsent> {
    case.placer.guardian()?;
    let person = |one: &workflow::case::SupportDutyPerson| SupportDutyPerson {
        relation: one.relation.clone(),
        name: one.name.clone(),
        identity: None,
    };
    Some(SupportDutyConsent {
        office: setting.office.into(),
        case_number: case.number.clone(),
        drawn_up_on: setting.on,
        child: people::child(case),
        placer: people::placer_name(case),
        adopters: (!case.hides(Party::FirstAdopter)).then(|| people::named_adopters(case)),
        persons: case.support_duty.iter().map(person).collect(),
    })
}
