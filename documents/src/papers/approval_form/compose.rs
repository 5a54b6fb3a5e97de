//! 收养登记审查处理表 from a case.

use workflow::case::assessment::Conclusion;
use workflow::case::decision::ConditionReason;
use workflow::case::{Case, Claim, ClaimOutcome, Party};

use crate::parts::examination::{Opinion, citation};
use crate::parts::secrecy::View;
use crate::parts::setting::Setting;
use crate::parts::{examination, filed_papers, people};

use super::{ApprovalForm, AssessmentSummary, NoticeSummary, ReasonOverReport};

/// 收养登记审查处理表.
pub(crate) fn from_case(case: &View<'_>, setting: &Setting<'_>) -> Option<ApprovalForm> {
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
        adopter_papers: filed_papers::verified_titles(case, |party| !placer_brings(party)),
        placer_papers: filed_papers::verified_titles(case, placer_brings),
        notice: notice_summary(case),
        assessment: assessment_summary(case, setting),
        inquiries: examination::inquiries(case),
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
pub(crate) fn placer_brings(party: Option<Party>) -> bool {
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
