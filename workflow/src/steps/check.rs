//! A condition is looked up with another authority: source, day, officer, result.

use super::{Decision, one_unless};
use crate::base::rule::Violation;
use crate::case::{Case, Check};
use crate::event::Event;
use crate::facts::Facts;
use crate::law::checks::is_written_well;
use crate::law::sequence::{UNTIL_REGISTRATION, must_be_in};

/// Until registration, at any time.
pub fn gates(case: &Case, _facts: &Facts) -> Vec<Violation> {
    must_be_in(case, UNTIL_REGISTRATION)
}

/// Records the check.
pub fn decide(case: &Case, command: &Check, facts: &Facts) -> Decision {
    let mut violations = gates(case, facts);
    violations.extend(is_written_well(case, "", command, facts));
    one_unless(violations, || Event::CheckRecorded { check: command.clone() })
}
