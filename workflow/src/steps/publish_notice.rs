//! 公告: the office's notice appeared in a newspaper; the page is filed as evidence.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::ask::{Input, Listed};
use super::{CaseStep, Decision, Step, one_unless};
use crate::access::Role;
use crate::base::rule::Violation;
use crate::base::text::LINE;
use crate::case::Case;
use crate::event::Event;
use crate::facts::Facts;
use crate::law::input;
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

impl Step for PublishNotice {
    const TITLE: &'static str = "公告";
    const ARTICLE: &'static str = "《民法典》第一千一百零五条第二款；《登记办法》第八条第二款";
    const ROLES: &'static [Role] = &[Role::Registrar];
    const IS_FINAL: bool = true;

    fn inputs(case: &Case, facts: &Facts) -> Listed {
        Some(vec![
            Input::text("/newspaper", LINE),
            Input::day("/published_on", Some(not_before(case)), facts.today),
        ])
    }
}

impl CaseStep for PublishNotice {
    /// After acceptance: it is this office's own notice.
    fn gates(case: &Case, _facts: &Facts) -> Vec<Violation> {
        let mut violations = must_be_in(case, IN_REVIEW);
        violations.extend(must_have_notice(case));
        violations
    }

    /// Records the publication. A new notice replaces the one before, whose page no longer counts.
    fn decide(&self, case: &Case, facts: &Facts) -> Decision {
        let mut violations = Self::gates(case, facts);
        violations.extend(input::text("newspaper", &self.newspaper, LINE));
        let not_before = not_before(case);
        violations.extend(input::happened("published_on", self.published_on, not_before, facts));
        one_unless(violations, || Event::NoticePublished {
            newspaper: self.newspaper.clone(),
            published_on: self.published_on,
            last_day: notice_last_day(self.published_on, &facts.calendar),
        })
    }
}

/// A notice follows the acceptance, and what became known of the child.
fn not_before(case: &Case) -> NaiveDate {
    let accepted_on = case.acceptance.as_ref().map_or(case.applied_on, |acceptance| acceptance.on);
    case.child_changed_on.map_or(accepted_on, |changed| changed.max(accepted_on))
}
