//! 退回报批: the leader sends the proposal back to the registrar.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::ask::{Input, Listed};
use super::{CaseStep, Decision, Step, one_unless};
use crate::access::Role;
use crate::base::rule::Violation;
use crate::base::stage::Stage;
use crate::base::text::PAGE;
use crate::case::Case;
use crate::event::Event;
use crate::facts::Facts;
use crate::law::input;
use crate::law::sequence::must_be_in;

/// The leader sends the proposal back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ReturnProposal {
    /// Why.
    pub reason: String,
}

impl Step for ReturnProposal {
    const TITLE: &'static str = "退回报批";
    const ARTICLE: &'static str = "《收养登记工作规范》（审查处理表，报领导批准）";
    const ROLES: &'static [Role] = &[Role::Leader];

    fn inputs(_: &Case, _: &Facts) -> Listed {
        Some(vec![Input::text("/reason", PAGE)])
    }
}

impl CaseStep for ReturnProposal {
    /// A proposal must wait.
    fn gates(case: &Case, _facts: &Facts) -> Vec<Violation> {
        must_be_in(case, &[Stage::Proposed])
    }

    /// Sends the proposal back to the registrar.
    fn decide(&self, case: &Case, facts: &Facts) -> Decision {
        let mut violations = Self::gates(case, facts);
        violations.extend(input::text("reason", &self.reason, PAGE));
        one_unless(violations, || Event::ProposalReturned { reason: self.reason.clone() })
    }
}
