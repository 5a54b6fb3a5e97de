//! A condition is looked up with another authority: source, day, officer, result.

use super::{CaseStep, Decision, Step, one_unless};
use crate::access::Role;
use crate::base::rule::Violation;
use crate::case::Case;
pub use crate::case::Check;
use crate::event::Event;
use crate::facts::Facts;
use crate::law::checks::is_written_well;
use crate::law::sequence::{UNTIL_REGISTRATION, must_be_in};

impl Step for Check {
    const TITLE: &'static str = "信息核查";
    const ARTICLE: &'static str = "《民法典》第一千零九十八条；《登记办法》第六条第四款";
    const ROLES: &'static [Role] = &[Role::Registrar];
}

impl CaseStep for Check {
    /// Until registration, at any time.
    fn gates(case: &Case, _facts: &Facts) -> Vec<Violation> {
        must_be_in(case, UNTIL_REGISTRATION)
    }

    /// Records the check.
    fn decide(&self, case: &Case, facts: &Facts) -> Decision {
        let mut violations = Self::gates(case, facts);
        violations.extend(is_written_well(case, "", self, facts));
        one_unless(violations, || Event::CheckRecorded { check: self.clone() })
    }
}
