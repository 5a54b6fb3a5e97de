//! 回避: who has a tie to a party takes no part in the assessment or its review (评估办法 art. 12).

use crate::base::ids::UserId;
use crate::base::rule::{Violation, rules};
use crate::case::Case;
use crate::case::assessment::Assessor;
use crate::case::assessment::recusal::{RecusalFrom, RecusalRequest};

use super::assessment_review::open_review;

rules! {
    /// Who withdrew stays away.
    WITHDRAWN = "EVAL-12.withdrawn", Some("SEQ-3"),
        "《收养评估办法（试行）》第十二条", "Assessment Measures art. 12", Remembered,
        "有利害关系的人员已经回避，不得再参加本件的评估和复核",
        "who withdrew because of a tie takes no more part in this assessment or its review";
    /// Only who is at work on it withdraws.
    AT_WORK = "EVAL-12.at-work", Some("SEQ-3"),
        "《收养评估办法（试行）》第十二条", "Assessment Measures art. 12", Derived,
        "申报或者申请回避的对象须是正在参加本件评估或者复核的人员",
        "who withdraws is at work on this assessment or its review";
    /// A request is decided first.
    RECUSAL_DECIDED = "EVAL-12.pending", Some("SEQ-3"),
        "《收养评估办法（试行）》第十二条", "Assessment Measures art. 12", Derived,
        "当事人申请评估人员回避，尚未作出决定", "a party's request that somebody withdraw is not decided yet";
    /// Nobody decides about themselves.
    OF_ANOTHER = "EVAL-12.other", Some("SEQ-3"),
        "《收养评估办法（试行）》第十二条", "Assessment Measures art. 12", Derived,
        "是否回避，不得由被申请回避的本人决定", "nobody decides whether they themselves withdraw";
}

/// The work a person is on in this case, if any: of an assessment until its signed report is verified.
pub fn at_work(case: &Case, user: UserId) -> Option<RecusalFrom> {
    people_at_work(case).find(|(person, _)| person.user == user).map(|(_, from)| from)
}

/// Everybody who is at work on the assessment or its review.
pub fn people_at_work(case: &Case) -> impl Iterator<Item = (&Assessor, RecusalFrom)> {
    let assess = case.assessment.assessors.iter().filter(|_| !case.report_is_filed());
    let review = open_review(case).into_iter().flat_map(|review| &review.reviewers);
    assess
        .map(|person| (person, RecusalFrom::Assessment))
        .chain(review.map(|person| (person, RecusalFrom::Review)))
}

/// Whether a person withdrew from this case.
pub fn has_withdrawn(case: &Case, user: UserId) -> bool {
    case.assessment.withdrawals.iter().any(|withdrawal| withdrawal.user == user)
}

/// The requests that wait for the leader. One about somebody who was replaced is settled by that; that a
/// report was signed meanwhile settles nothing.
pub fn pending(case: &Case) -> impl Iterator<Item = &RecusalRequest> {
    let takes_part = |request: &RecusalRequest| match request.from {
        RecusalFrom::Assessment => case.is_assessor(request.assessor),
        RecusalFrom::Review => at_work(case, request.assessor) == Some(RecusalFrom::Review),
    };
    let open = case.assessment.recusals.iter().filter(|request| request.decision.is_none());
    open.filter(move |request| takes_part(request))
}

/// No request waits.
pub fn none_pending(case: &Case) -> Option<Violation> {
    pending(case).next().map(|_| RECUSAL_DECIDED.broken())
}
