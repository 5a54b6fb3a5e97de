//! 批准: the leader approves.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::ask::{self, Choice, Input, Listed};
use super::{CaseStep, Decision, Step, one_unless};
use crate::access::Role;
use crate::base::message::Message;
use crate::base::rule::Violation;
use crate::base::stage::Stage;
use crate::base::text::PAGE;
use crate::case::Case;
use crate::case::decision::ConditionReason;
use crate::event::Event;
use crate::facts::Facts;
use crate::law::adopter::conditions_to_reason;
use crate::law::assessment::report_is_negative;
use crate::law::decision::{is_another_person, is_no_assessor, reasons_over_report};
use crate::law::donation::{beside_the_approval, is_looked_at};
use crate::law::input;
use crate::law::sequence::must_be_in;
use crate::procedures::proposal_gates;

/// The approval.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Approve {
    /// 审批意见
    pub opinion: String,
    /// Reasons over a negative report, one for each condition of 民法典 art. 1098 that applies.
    #[serde(default)]
    pub reasons_over_report: Vec<ConditionReason>,
}

impl Step for Approve {
    const TITLE: &'static str = "批准";
    const ARTICLE: &'static str = "《收养登记工作规范》（审查处理表，报领导批准）";
    const ROLES: &'static [Role] = &[Role::Leader];
    const IS_FINAL: bool = true;
    const CROSSES_CASES: bool = true;
    const PRINTS_THE_WHOLE_CASE: bool = true;
    const REFUSAL_IS_CONFIDENTIAL: bool = true;
    const LOOKS_AT_GIFTS: bool = true;
    const ASKS_FACTOR: bool = true;

    fn notes(case: &Case, _: &Facts, _: bool) -> Vec<Message> {
        beside_the_approval(case)
    }

    fn inputs(case: &Case, _: &Facts) -> Listed {
        let conditions = report_is_negative(case).then(|| conditions_to_reason(case));
        let conditions: Vec<Choice> = conditions
            .into_iter()
            .flatten()
            .map(|condition| {
                Choice::new(&json!({ "condition": condition }), ask::title(condition, condition))
            })
            .collect();
        let mut inputs = vec![Input::text("/opinion", PAGE)];
        if !conditions.is_empty() {
            inputs.push(Input::each("/reasons_over_report", conditions));
            inputs.push(Input::text("/reasons_over_report/-/reason", PAGE));
        }
        Some(inputs)
    }
}

impl CaseStep for Approve {
    /// Everything again, by another person who did not assess and has looked at what gifts there are.
    fn gates(case: &Case, facts: &Facts) -> Vec<Violation> {
        let mut violations = must_be_in(case, &[Stage::Proposed]);
        violations.extend(proposal_gates(case, facts));
        violations.extend(is_another_person(case, facts));
        violations.extend(is_no_assessor(case, facts));
        violations.extend(is_looked_at(facts));
        violations
    }

    /// Approves the version that is before the leader.
    fn decide(&self, case: &Case, facts: &Facts) -> Decision {
        let mut violations = Self::gates(case, facts);
        violations.extend(input::text("opinion", &self.opinion, PAGE));
        violations.extend(reasons_over_report(case, &self.reasons_over_report));
        for (index, reason) in self.reasons_over_report.iter().enumerate() {
            let field = format!("reasons_over_report[{index}].reason");
            violations.extend(input::text(&field, &reason.reason, PAGE));
        }
        one_unless(violations, || Event::Approved {
            opinion: self.opinion.clone(),
            reasons_over_report: self.reasons_over_report.clone(),
        })
    }
}
