//! How long whoever assesses is at work on a case.

use crate::base::ids::UserId;
use crate::case::Case;

/// Whether a person is at work on the assessment or its review: appointed, and the task is not ended.
pub fn has_open_task(case: &Case, user: UserId) -> bool {
    let reviews = case.assessment.reviews.iter().any(|review| {
        review.decision.is_none() && review.reviewers.iter().any(|reviewer| reviewer.user == user)
    });
    let assesses = case.is_assessor(user) && !case.report_is_filed();
    case.stage.is_before_registration() && (reviews || assesses)
}
