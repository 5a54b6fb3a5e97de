//! 收养评估通知书 from a case.

use workflow::base::document::DocumentKind;
use workflow::law::assessment::ASSESSORS_NEEDED;

use crate::parts::people;
use crate::parts::secrecy::View;
use crate::parts::setting::{Setting, number_of};

use super::AssessmentNotice;

/// 收养评估通知书.
pub(crate) fn from_case(case: &View<'_>, setting: &Setting<'_>) -> Option<AssessmentNotice> {
    Some(AssessmentNotice {
        office: setting.office.into(),
        number: number_of(case, DocumentKind::AssessmentNotice),
        case_number: case.number.clone(),
        applicants: people::adopter_names(case),
        issued_on: case.assessment.notified_on?,
        body: people::assessing_body(case.assessment.body.as_ref()?, setting.office),
        assessors_needed: ASSESSORS_NEEDED,
        assessment_days: setting.rules.assessment_days,
        integration_days: setting.rules.integration_days,
        registrar: setting.by.into(),
    })
}
