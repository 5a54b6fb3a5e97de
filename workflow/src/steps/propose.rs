//! 报批: the registrar puts the case before the leader.

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
use crate::law::decision::is_no_assessor;
use crate::law::input;
use crate::law::sequence::must_be_in;
use crate::procedures::proposal_gates;

/// The proposal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Propose {
    /// 审查意见
    pub opinion: String,
}

impl Step for Propose {
    const TITLE: &'static str = "报批";
    const ARTICLE: &'static str = "《收养登记工作规范》（审查处理表，报领导批准）";
    const ROLES: &'static [Role] = &[Role::Registrar];
    const CROSSES_CASES: bool = true;
    const PRINTS_THE_WHOLE_CASE: bool = true;

    fn inputs(_: &Case, _: &Facts) -> Listed {
        Some(vec![Input::text("/opinion", PAGE)])
    }
}

impl CaseStep for Propose {
    /// Everything that must precede a decision.
    fn gates(case: &Case, facts: &Facts) -> Vec<Violation> {
        let mut violations = must_be_in(case, &[Stage::Accepted]);
        violations.extend(proposal_gates(case, facts));
        violations.extend(is_no_assessor(case, facts));
        violations
    }

    /// Proposes.
    fn decide(&self, case: &Case, facts: &Facts) -> Decision {
        let mut violations = Self::gates(case, facts);
        violations.extend(input::text("opinion", &self.opinion, PAGE));
        one_unless(violations, || Event::Proposed { opinion: self.opinion.clone() })
    }
}
