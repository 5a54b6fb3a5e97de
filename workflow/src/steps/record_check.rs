//! A condition is looked up with another authority: source, day, officer, result.

use serde_json::json;

use super::ask::{self, Choice, Input, Listed};
use super::{CaseStep, Decision, Step, one_unless};
use crate::access::Role;
use crate::base::rule::Violation;
use crate::base::text::LINE;
use crate::base::words::word;
use crate::case::Case;
pub use crate::case::Check;
use crate::case::{CheckKind, Party};
use crate::event::Event;
use crate::facts::Facts;
use crate::law::checks::is_about;
use crate::law::checks::is_written_well;
use crate::law::sequence::{UNTIL_REGISTRATION, must_be_in};

impl Step for Check {
    const TITLE: &'static str = "信息核查";
    const ARTICLE: &'static str = "《民法典》第一千零九十八条；《登记办法》第六条第四款";
    const ROLES: &'static [Role] = &[Role::Registrar];

    fn inputs(case: &Case, facts: &Facts) -> Listed {
        let of_case = CheckKind::ALL.into_iter().flat_map(|check| {
            let about = Party::ALL.into_iter().filter(move |party| is_about(case, check, *party));
            about.map(move |party| {
                let title = ask::title(check.printed(), &word(&check));
                Choice::new(&json!({ "check": check, "party": party }), title)
            })
        });
        Some(vec![
            Input::choice("", of_case),
            Input::text("/source", LINE),
            Input::day("/checked_on", Some(case.applied_on), facts.today),
        ])
    }
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
