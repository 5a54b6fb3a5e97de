//! 收养评估同意书 from a case.

use workflow::base::document::DocumentKind;

use crate::parts::people::{self, Named};
use crate::parts::secrecy::View;
use crate::parts::setting::{Setting, number_of};

use super::AssessmentConsent;

/// 收养评估同意书 of one adopter.
pub(crate) fn from_case(case: &View<'_>, setting: &Setting<'_>) -> Option<AssessmentConsent> {
    let party = case.party()?;
    let applicant = people::adopter(case.adopter(party)?);
    Some(AssessmentConsent {
        office: setting.office.into(),
        case_number: case.number.clone(),
        notice_number: number_of(case, DocumentKind::AssessmentNotice),
        notified_on: case.assessment.notified_on?,
        body: people::assessing_body(case.assessment.body.as_ref()?, setting.office),
        applicants: vec![Named::from(&applicant)],
        integration_days: setting.rules.integration_days,
    })
}
