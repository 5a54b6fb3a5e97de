//! 收养协议 from a case.

use workflow::case::{ChildKind, Party};

use crate::parts::people;
use crate::parts::secrecy::View;
use crate::parts::setting::Setting;

use super::{AdoptionAgreement, AgreementParty};

/// 收养协议, or the copy of one side, which names the other nowhere. None where nobody places, so that
/// nobody agrees with the adopters.
pub(crate) fn from_case(case: &View<'_>, setting: &Setting<'_>) -> Option<AdoptionAgreement> {
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
