//! 申请、受理: application form, receipt, notice of acceptance.

use workflow::case::Party;
use workflow::document::DocumentKind;
use workflow::law::deadlines::{DeadlineKind, REVIEW_DAYS};
use workflow::law::kinds::{is_assessed, parents_are_unknown};
use workflow::law::notice::NOTICE_DAYS;
use workflow::law::periods::nth_day;
use workflow::procedures::deadlines;

use super::secrecy::View;
use super::setting::{Setting, matter, number_of};
use super::{addressees, papers, people};
use crate::kinds::{AcceptanceNotice, ApplicationForm, ApplicationReceipt, CorrectionNotice};

/// 收养登记申请书.
pub(super) fn application_form(case: &View<'_>, setting: &Setting<'_>) -> ApplicationForm {
    ApplicationForm {
        office: setting.office.into(),
        case_number: case.number.clone(),
        applied_on: case.applied_on,
        adopters: (!case.hides(Party::FirstAdopter)).then(|| people::adopters(case)),
        child: people::child(case),
        placer: (!case.hides(Party::Placer)).then(|| people::placer(case)),
        reason: case.reason.clone(),
        raised_since: case.raised_since,
        agreement_wanted: case.wishes.agreement,
        notarisation_wanted: case.wishes.notarisation,
        secrecy_requested: case.wishes.secrecy,
    }
}

/// 收件回执.
pub(super) fn application_receipt(case: &View<'_>, setting: &Setting<'_>) -> ApplicationReceipt {
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

/// 一次性补正告知书, of the newest correction.
pub(super) fn correction_notice(
    case: &View<'_>,
    setting: &Setting<'_>,
) -> Option<CorrectionNotice> {
    let correction = case.corrections.last()?;
    Some(CorrectionNotice {
        office: setting.office.into(),
        number: number_of(case, DocumentKind::CorrectionNotice),
        case_number: case.number.clone(),
        matter: matter(case),
        addressees: addressees::answer_addressees(case),
        child: case.child.name.clone(),
        applied_on: case.applied_on,
        told_on: correction.on,
        missing: papers::to_bring(case, &correction.missing)?,
        incorrect: papers::to_correct(case, &correction.incorrect)?,
        registrar: setting.by.into(),
    })
}

/// 受理通知书, with the clock as it stands on the day of acceptance.
pub(super) fn acceptance_notice(
    case: &View<'_>,
    setting: &Setting<'_>,
) -> Option<AcceptanceNotice> {
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
