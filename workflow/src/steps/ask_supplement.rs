//! 补充评估: the leader asks for more, and the report no longer stands.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::ask::{Input, Listed};
use super::visit_for_assessment::assessors_work;
use super::{CaseStep, Decision, Step, one_unless};
use crate::access::Role;
use crate::base::rule::Violation;
use crate::base::text::PAGE;
use crate::case::Case;
use crate::event::{AssessmentEvent, Event};
use crate::facts::Facts;
use crate::law::assessment::REPORTED;
use crate::law::decision::is_no_assessor;
use crate::law::input;

/// What is asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AskSupplement {
    /// What the assessors are to look into or explain.
    pub what: String,
}

impl Step for AskSupplement {
    const TITLE: &'static str = "要求补充评估";
    const ARTICLE: &'static str = "《收养评估办法（试行）》第十三条";
    const ROLES: &'static [Role] = &[Role::Leader];

    fn inputs(_: &Case, _: &Facts) -> Listed {
        Some(vec![Input::text("/what", PAGE)])
    }
}

impl CaseStep for AskSupplement {
    /// A report was submitted, and the leader did not assess.
    fn gates(case: &Case, facts: &Facts) -> Vec<Violation> {
        let mut violations = assessors_work(case);
        violations.extend(is_no_assessor(case, facts));
        if case.assessment.report.is_none() {
            violations.push(REPORTED.broken());
        }
        violations
    }

    /// Asks for it: the report must be written and signed anew.
    fn decide(&self, case: &Case, facts: &Facts) -> Decision {
        let mut violations = Self::gates(case, facts);
        violations.extend(input::text("what", &self.what, PAGE));
        one_unless(violations, || {
            Event::Assessment(AssessmentEvent::SupplementAsked { what: self.what.clone() })
        })
    }
}
