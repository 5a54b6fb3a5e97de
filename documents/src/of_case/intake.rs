//! 申请、受理: application form, receipt, notice of acceptance.

use workflow::case::Case;
use workflow::law::deadlines::{DeadlineKind, REVIEW_DAYS, deadlines};
use workflow::law::kinds::{is_assessed, parents_are_unknown};
use workflow::law::notice::NOTICE_DAYS;
use workflow::law::numbers::paper_number;
use workflow::law::periods::nth_day;

use super::{Setting, papers, people};
use crate::kinds::{AcceptanceNotice, ApplicationForm, ApplicationReceipt};

/// 收养登记申请书.
pub(super) fn application_form(case: &Case, setting: &Setting<'_>) -> ApplicationForm {
    ApplicationForm {
        office: setting.office.into(),
        case_number: case.number.clone(),
        applied_on: case.applied_on,
        adopters: people::adopters(case),
        child: people::child(case),
        placer: people::placer(case),
        reason: case.reason.clone(),
        agreement_wanted: case.wishes.agreement,
        notarisation_wanted: case.wishes.notarisation,
        secrecy_requested: case.wishes.secrecy,
    }
}

/// 收件回执.
pub(super) fn application_receipt(case: &Case, setting: &Setting<'_>) -> ApplicationReceipt {
    ApplicationReceipt {
        office: setting.office.into(),
        case_number: case.number.clone(),
        matter: format!("收养登记（{}）", case.kind.printed()),
        applicants: people::adopter_names(case),
        received_on: setting.on,
        received: papers::received(case),
        missing: papers::missing(case),
        registrar: setting.by.into(),
        query_address: setting.query_address.clone(),
        query_code: setting.query_code.clone(),
    }
}

/// 受理通知书, with the clock as it stands on the day of acceptance.
pub(super) fn acceptance_notice(case: &Case, setting: &Setting<'_>) -> Option<AcceptanceNotice> {
    let acceptance = case.acceptance.as_ref()?;
    let review = deadlines(case, setting.calendar, setting.rules)
        .into_iter()
        .find(|deadline| deadline.kind == DeadlineKind::Review)?;
    let mut applicants = people::adopter_names(case);
    applicants.push(case.placer.name());
    Some(AcceptanceNotice {
        office: setting.office.into(),
        number: paper_number(&case.number, "收受"),
        case_number: case.number.clone(),
        applicants,
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
