//! How long whoever assesses is at work on a case.

use crate::base::ids::UserId;
use crate::case::Case;

/// Whether a person is at work on the assessment: appointed, and the task is not ended.
pub fn has_open_task(case: &Case, user: UserId) -> bool {
    case.is_assessor(user) && case.stage.is_before_registration() && !case.report_is_filed()
}
