//! 融合结束: the child has lived with the applicants for the full days.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::ask::{self, Input, Listed};
use super::visit_for_assessment::VisitForAssessment;
use super::{CaseStep, Decision, Step, one_unless};
use crate::access::Role;
use crate::base::rule::Violation;
use crate::case::Case;
use crate::event::Event;
use crate::facts::Facts;
use crate::law::assessment::{INTEGRATED, integration_has_run};
use crate::law::assessment_work::childs_own_no;
use crate::law::input::{self, KNOWN};

/// Integration ends.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct EndIntegration {
    /// The day it was found complete.
    pub ended_on: NaiveDate,
}

impl Step for EndIntegration {
    const TITLE: &'static str = "结束融合";
    const ARTICLE: &'static str = "《收养评估办法（试行）》第八条";
    const ROLES: &'static [Role] = &[Role::Registrar, Role::Assessor];

    fn inputs(case: &Case, facts: &Facts) -> Listed {
        let begun = case.assessment.integration?;
        let first = ask::after_days(begun.started_on, facts.rules.integration_days);
        Some(vec![Input::day("/ended_on", Some(first), facts.today)])
    }
}

impl CaseStep for EndIntegration {
    /// Integration runs and may have its full days.
    fn gates(case: &Case, facts: &Facts) -> Vec<Violation> {
        let mut violations = VisitForAssessment::gates(case, facts);
        violations.extend(childs_own_no(case));
        match case.assessment.integration {
            Some(integration) if integration.ended_on.is_none() => {
                if !integration_has_run(integration.started_on, facts.today, facts) {
                    violations.push(INTEGRATED.broken());
                }
            }
            _ => violations.push(KNOWN.broken()),
        }
        violations
    }

    /// Ends integration after its full days.
    fn decide(&self, case: &Case, facts: &Facts) -> Decision {
        let mut violations = Self::gates(case, facts);
        if let Some(integration) = case.assessment.integration {
            let started_on = integration.started_on;
            violations.extend(input::happened("ended_on", self.ended_on, started_on, facts));
            if !integration_has_run(started_on, self.ended_on, facts) {
                violations.push(INTEGRATED.broken().at("ended_on"));
            }
        }
        one_unless(violations, || Event::IntegrationEnded { ended_on: self.ended_on })
    }
}
