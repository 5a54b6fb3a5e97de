//! 受理通知书 from a case, with the clock as it stands on the day of acceptance.

use workflow::base::deadline_kind::DeadlineKind;
use workflow::base::document::DocumentKind;
use workflow::law::kinds::{is_assessed, parents_are_unknown};
use workflow::law::notice::NOTICE_DAYS;
use workflow::law::time::deadlines::REVIEW_DAYS;
use workflow::law::time::periods::nth_day;
use workflow::procedures::deadlines;

use crate::parts::addressees;
use crate::parts::secrecy::View;
use crate::parts::setting::{Setting, number_of};

use super::AcceptanceNotice;

/// 受理通知书, with the clock as it stands on the day of acceptance.
pub(crate) fn from_case(case: &View<'_>, setting: &Setting<'_>) -> Option<AcceptanceNotice> {
    let acceptance = case.acceptance.as_ref()?;
    let review = deadlines(case, setting.calendar, setting.rules)
        .into_iter()
        .find(|deadline| deadline.kind == DeadlineKind::Review)?;
    Some(AcceptanceNotice {
        office: setting.office.into(),
        number: number_of(case, DocumentKind::AcceptanceNotice),
        case_number: case.number.clone(),
        applicants: addressees::addressees(case),
        child: case.child.name.clone(),
        received_on: acceptance.complete_on,
        accepted_on: acceptance.on,
        review_days: REVIEW_DAYS,
        review_begins_on: nth_day(review.started_on, 1),
        review_ends_on: review.due_on?,
        notice_days: parents_are_unknown(case.kind).then_some(NOTICE_DAYS),
        assessment_days: is_assessed(case.kind).then_some(setting.rules.assessment_days),
        registrar: setting.by.into(),
    })
}
