//! 报批: the registrar puts the case before the leader.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Decision, one_unless};
use crate::base::rule::Violation;
use crate::base::stage::Stage;
use crate::case::Case;
use crate::event::Event;
use crate::facts::Facts;
use crate::law::decision::is_no_assessor;
use crate::law::input::{self, PAGE};
use crate::law::sequence::must_be_in;
use crate::procedures::proposal_gates;

/// The proposal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Propose {
    /// 审查意见
    pub opinion: String,
}

/// Everything that must precede a decision.
pub fn gates(case: &Case, facts: &Facts) -> Vec<Violation> {
    let mut violations = must_be_in(case, &[Stage::Accepted]);
    violations.extend(proposal_gates(case, facts));
    violations.extend(is_no_assessor(case, facts));
    violations
}

/// Proposes.
pub fn decide(case: &Case, command: &Propose, facts: &Facts) -> Decision {
    let mut violations = gates(case, facts);
    violations.extend(input::text("opinion", &command.opinion, PAGE));
    one_unless(violations, || Event::Proposed { opinion: command.opinion.clone() })
}
