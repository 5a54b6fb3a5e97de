//! 融合记录: what was noticed on a day of living together.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::ask::{Input, Listed};
use super::visit_for_assessment::VisitForAssessment;
use super::{CaseStep, Decision, Step, one_unless};
use crate::access::Role;
use crate::base::rule::Violation;
use crate::base::text::PAGE;
use crate::case::Case;
use crate::case::assessment::scored::IntegrationEntry;
use crate::event::{AssessmentEvent, Event};
use crate::facts::Facts;
use crate::law::assessment_work::must_be_scored;
use crate::law::input::{self, KNOWN};

/// One entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LogIntegration {
    /// The day it speaks of.
    pub on: NaiveDate,
    /// What was noticed.
    pub what: String,
}

impl Step for LogIntegration {
    const TITLE: &'static str = "记录融合情况";
    const ARTICLE: &'static str = "《收养评估办法（试行）》第八条";
    const ROLES: &'static [Role] = &[Role::Registrar, Role::Assessor];

    fn inputs(case: &Case, facts: &Facts) -> Listed {
        let begun = case.assessment.integration.map(|integration| integration.started_on);
        Some(vec![Input::day("/on", begun, facts.today), Input::text("/what", PAGE)])
    }
}

impl CaseStep for LogIntegration {
    /// The child lives there, and the assessment is by points.
    fn gates(case: &Case, facts: &Facts) -> Vec<Violation> {
        let mut violations = VisitForAssessment::gates(case, facts);
        violations.extend(must_be_scored(case));
        if case.assessment.integration.is_none() {
            violations.push(KNOWN.broken_because("融合尚未开始", "integration has not begun"));
        }
        violations
    }

    /// Records the entry.
    fn decide(&self, case: &Case, facts: &Facts) -> Decision {
        let mut violations = Self::gates(case, facts);
        if let Some(integration) = case.assessment.integration {
            violations.extend(input::happened("on", self.on, integration.started_on, facts));
        }
        violations.extend(input::text("what", &self.what, PAGE));
        one_unless(violations, || {
            let entry = IntegrationEntry { on: self.on, what: self.what.clone() };
            Event::Assessment(AssessmentEvent::IntegrationLogged { entry })
        })
    }
}
