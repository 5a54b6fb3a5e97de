//! 公告: the office's notice appeared in a newspaper; the page is filed as evidence.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Decision, one_unless};
use crate::base::rule::Violation;
use crate::case::Case;
use crate::event::Event;
use crate::facts::Facts;
use crate::law::input::{self, LINE};
use crate::law::kinds::must_have_notice;
use crate::law::sequence::{IN_REVIEW, must_be_in};
use crate::law::time::deadlines::notice_last_day;

/// The notice as published.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PublishNotice {
    /// The newspaper, with its issue.
    pub newspaper: String,
    /// The day of publication.
    pub published_on: NaiveDate,
}

/// After acceptance: it is this office's own notice.
pub fn gates(case: &Case, _facts: &Facts) -> Vec<Violation> {
    let mut violations = must_be_in(case, IN_REVIEW);
    violations.extend(must_have_notice(case));
    violations
}

/// Records the publication. A new notice replaces the one before, whose page no longer counts.
pub fn decide(case: &Case, command: &PublishNotice, facts: &Facts) -> Decision {
    let mut violations = gates(case, facts);
    violations.extend(input::text("newspaper", &command.newspaper, LINE));
    let accepted_on = case.acceptance.as_ref().map_or(case.applied_on, |acceptance| acceptance.on);
    let not_before = case.child_changed_on.map_or(accepted_on, |changed| changed.max(accepted_on));
    violations.extend(input::happened("published_on", command.published_on, not_before, facts));
    one_unless(violations, || Event::NoticePublished {
        newspaper: command.newspaper.clone(),
        published_on: command.published_on,
        last_day: notice_last_day(command.published_on, &facts.calendar),
    })
}
