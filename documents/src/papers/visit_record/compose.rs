//! 回访记录 from a case: of the newest visit.

use workflow::case::decision::Concern;

use crate::parts::secrecy::View;
use crate::parts::setting::Setting;
use crate::parts::{people, visits};

use super::{Level, VisitRecord};

/// 回访记录 of the newest visit.
pub(crate) fn from_case(case: &View<'_>, setting: &Setting<'_>) -> Option<VisitRecord> {
    let (visit, made) = visits::newest_visit(case)?;
    Some(VisitRecord {
        office: setting.office.into(),
        case_number: case.number.clone(),
        certificate_number: case.registration.as_ref()?.certificate_number.clone(),
        number: visit.number,
        due_on: visit.due_on,
        visited_on: made.on,
        place: None,
        visitors: made.visitors.clone(),
        adopters: people::adopter_names(case),
        child: visits::childs_name_now(case),
        present: None,
        findings: made.findings.clone(),
        level: match made.concern {
            Concern::Green => Level::Green,
            Concern::Yellow => Level::Yellow,
            Concern::Red => Level::Red,
        },
        reported: made.harm_report.as_ref().map(visits::reported),
    })
}
