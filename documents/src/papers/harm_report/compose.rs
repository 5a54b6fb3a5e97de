//! 侵害未成年人情形报告 from a case: of the newest visit.

use crate::parts::secrecy::View;
use crate::parts::setting::Setting;
use crate::parts::{people, visits};

use super::HarmReport;

/// 侵害未成年人情形报告 of the newest visit.
pub(crate) fn from_case(case: &View<'_>, setting: &Setting<'_>) -> Option<HarmReport> {
    let (_, made) = visits::newest_visit(case)?;
    let guardian = case.adopters.first()?;
    Some(HarmReport {
        office: setting.office.into(),
        case_number: case.number.clone(),
        child: visits::childs_name_now(case),
        sex: case.child.sex.into(),
        born_on: case.child.birth_date,
        guardians: people::named_adopters(case),
        address: guardian.residence.clone(),
        telephone: guardian.telephone.clone(),
        found_on: made.on,
        found_by: made.visitors.clone(),
        facts: made.findings.clone(),
        reported: visits::reported(made.harm_report.as_ref()?),
        reported_by: setting.by.into(),
        confidential: case.wishes.secrecy,
    })
}
