//! 认领: a claim halts the case until the leader settles it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::ask::{Input, Listed};
use super::{CaseStep, Decision, Step, one_unless, writing};
use crate::access::Role;
use crate::base::rule::Violation;
use crate::base::text::LINE;
use crate::case::Case;
use crate::event::Event;
use crate::facts::Facts;
use crate::law::input;
use crate::law::kinds::must_have_notice;
use crate::law::sequence::{UNTIL_REGISTRATION, must_be_in};

/// Somebody claims the child.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RaiseClaim {
    /// Who, and as what.
    pub claimant: String,
}

impl Step for RaiseClaim {
    const TITLE: &'static str = "登记认领";
    const ARTICLE: &'static str = "《中国公民收养子女登记办法》第八条第二款";
    const ROLES: &'static [Role] = &[Role::Registrar];

    fn write_in_one_way(&mut self) {
        writing::any_name(&mut self.claimant);
    }

    fn inputs(_: &Case, _: &Facts) -> Listed {
        Some(vec![Input::text("/claimant", LINE)])
    }
}

impl CaseStep for RaiseClaim {
    /// At any time until registration.
    fn gates(case: &Case, _facts: &Facts) -> Vec<Violation> {
        let mut violations = must_be_in(case, UNTIL_REGISTRATION);
        violations.extend(must_have_notice(case));
        violations
    }

    /// Records the claim.
    fn decide(&self, case: &Case, facts: &Facts) -> Decision {
        let mut violations = Self::gates(case, facts);
        violations.extend(input::text("claimant", &self.claimant, LINE));
        let number = case.claims.iter().map(|claim| claim.number).max().unwrap_or(0) + 1;
        one_unless(violations, || Event::ClaimRaised { number, claimant: self.claimant.clone() })
    }
}
