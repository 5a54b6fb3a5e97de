//! 审批、登记、不予登记: approval form, certificate, notice of refusal.

use chrono::NaiveDate;
use workflow::case::assessment::Conclusion;
use workflow::case::decision::{ConditionReason, NotAccepted, RefusalReason as Ground};
use workflow::case::{Case, Claim, ClaimOutcome, Ending, Party, Procedure};
use workflow::document::DocumentKind;
use workflow::law::rulebook;

use super::secrecy::View;
use super::setting::{Setting, matter, number_of};
use super::{addressees, later, papers, people, sentences};
use crate::kinds::{
    ApprovalForm, AssessmentSummary, Certificate, NoticeSummary, Opinion, ReasonOverReport,
    RefusalNotice, RefusalReason,
};

/// The article of a rule, by the rule's identifier.
fn citation(rule: &str) -> Option<String> {
    let known = rulebook().into_iter().find(|known| known.id == rule)?;
    Some(known.citation.into())
}

/// 收养登记审查处理表.
pub(super) fn approval_form(case: &View<'_>, setting: &Setting<'_>) -> Option<ApprovalForm> {
    let proposal = case.proposal.as_ref()?;
    let approval = case.approval.as_ref();
    let reasons = approval.map_or([].as_slice(), |approval| &approval.reasons_over_report);
    let registration = case.registration.as_ref();
    Some(ApprovalForm {
        office: setting.office.into(),
        case_number: case.number.clone(),
        drawn_up_on: proposal.on,
        applied_on: case.applied_on,
        accepted_on: case.acceptance.as_ref()?.on,
        adopters: people::adopters(case),
        child: people::child(case),
        placer: people::placer(case),
        reason: case.reason.clone(),
        raised_since: case.raised_since,
        adopter_papers: papers::verified_titles(case, |party| !placer_brings(party)),
        placer_papers: papers::verified_titles(case, placer_brings),
        notice: notice_summary(case),
        assessment: assessment_summary(case, setting),
        inquiries: sentences::inquiries(case),
        guided_on: case.guidance.iter().map(|guidance| guidance.on).max(),
        proposal: Some(Opinion {
            text: proposal.opinion.clone(),
            by: proposal.by.name.clone(),
            on: proposal.on,
        }),
        approval: approval.map(|approval| Opinion {
            text: approval.opinion.clone(),
            by: approval.by.name.clone(),
            on: approval.on,
        }),
        reasons_over_report: reasons.iter().map(reason_over_report).collect::<Option<_>>()?,
        certificate_number: registration.map(|done| done.certificate_number.clone()),
        registered_on: registration.map(|done| done.on),
        remarks: None,
        confidential: case.wishes.secrecy,
    })
}

/// Who places brings its own papers and the child's, and the other parent's consent.
pub(super) fn placer_brings(party: Option<Party>) -> bool {
    !matches!(party, None | Some(Party::FirstAdopter | Party::SecondAdopter))
}

fn reason_over_report(reason: &ConditionReason) -> Option<ReasonOverReport> {
    Some(ReasonOverReport { basis: citation(&reason.condition)?, reason: reason.reason.clone() })
}

fn notice_summary(case: &Case) -> Option<NoticeSummary> {
    let notice = case.notice.as_ref()?;
    let unfounded = |claim: &&Claim| {
        let settlement = claim.settlement.as_ref();
        settlement.is_some_and(|settlement| settlement.outcome == ClaimOutcome::Unfounded)
    };
    Some(NoticeSummary {
        newspaper: notice.newspaper.clone(),
        published_on: notice.published_on,
        expired_on: notice.last_day,
        unfounded_claims: case.claims.iter().filter(unfounded).count(),
    })
}

fn assessment_summary(case: &Case, setting: &Setting<'_>) -> Option<AssessmentSummary> {
    let report = case.assessment.report.as_ref()?;
    let conclusion = match report.conclusion {
        Conclusion::Capable => "具备收养能力",
        Conclusion::NotCapable => "不具备收养能力",
    };
    Some(AssessmentSummary {
        body: people::name_of_body(case.assessment.body.as_ref()?, setting.office),
        reported_on: report.on,
        conclusion: conclusion.into(),
    })
}

/// 收养登记证.
pub(super) fn certificate(case: &View<'_>, setting: &Setting<'_>) -> Option<Certificate> {
    if case.procedure == Procedure::Replacement {
        return later::certificate(case, setting);
    }
    let registration = case.registration.as_ref()?;
    Some(Certificate {
        office: setting.office.into(),
        number: registration.certificate_number.clone(),
        blank_serial: Some(registration.blank_serial.clone()),
        adopters: people::adopters(case),
        child: people::child(case),
        placer: people::placer_name(case),
        registered_on: registration.on,
        remarks: None,
        reissue: None,
        joint_photo: sentences::joint_photo(case),
    })
}

/// 不予受理通知书.
pub(super) fn non_acceptance_notice(
    case: &View<'_>,
    setting: &Setting<'_>,
) -> Option<RefusalNotice> {
    let Some(Ending::NotAccepted { on, decision, .. }) = &case.ending else {
        return None;
    };
    let NotAccepted { reasons, papers_returned, papers_confiscated } = decision;
    let number = number_of(case, DocumentKind::NonAcceptanceNotice);
    turned_away(case, setting, number, *on, reasons, (papers_returned, papers_confiscated))
}

/// 不予办理收养登记通知书.
pub(super) fn refusal_notice(case: &View<'_>, setting: &Setting<'_>) -> Option<RefusalNotice> {
    let Some(Ending::Refused { on, reasons, papers_returned, papers_confiscated, .. }) =
        &case.ending
    else {
        return None;
    };
    let number = number_of(case, DocumentKind::RefusalNotice);
    turned_away(case, setting, number, *on, reasons, (papers_returned, papers_confiscated))
}

fn turned_away(
    case: &View<'_>,
    setting: &Setting<'_>,
    number: String,
    decided_on: NaiveDate,
    reasons: &[Ground],
    (returned, confiscated): (&[u32], &[u32]),
) -> Option<RefusalNotice> {
    Some(RefusalNotice {
        office: setting.office.into(),
        number,
        case_number: case.number.clone(),
        matter: matter(case),
        applicants: addressees::answer_addressees(case),
        child: case.child.name.clone(),
        applied_on: case.applied_on,
        decided_on,
        reasons: reasons.iter().map(refusal_reason).collect::<Option<_>>()?,
        returned: papers::titles_by_number(case, returned),
        confiscated: papers::titles_by_number(case, confiscated),
        remedies: sentences::remedies(&setting.office.name),
        registrar: case.officer.name.clone(),
    })
}

fn refusal_reason(reason: &Ground) -> Option<RefusalReason> {
    Some(RefusalReason { finding: reason.explanation.clone(), basis: citation(&reason.rule)? })
}
