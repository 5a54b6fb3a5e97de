//! 融合中断: the child left the applicants, and its days count no longer.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::ask::{Input, Listed};
use super::visit_for_assessment::assessors_work;
use super::{CaseStep, Decision, Step, one_unless};
use crate::access::Role;
use crate::base::rule::Violation;
use crate::base::text::PAGE;
use crate::case::Case;
use crate::case::assessment::BrokenIntegration;
use crate::event::Event;
use crate::facts::Facts;
use crate::law::input::{self, KNOWN};

/// Integration is broken off.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct BreakOffIntegration {
    /// The day the child left the applicants.
    pub broken_off_on: NaiveDate,
    /// Why.
    pub reason: String,
}

impl Step for BreakOffIntegration {
    const TITLE: &'static str = "中断融合";
    const ARTICLE: &'static str = "《收养评估办法（试行）》第八条";
    const ROLES: &'static [Role] = &[Role::Registrar, Role::Assessor];

    fn inputs(case: &Case, facts: &Facts) -> Listed {
        let begun_on = case.assessment.integration.map(|begun| begun.started_on);
        Some(vec![
            Input::day("/broken_off_on", begun_on, facts.today),
            Input::text("/reason", PAGE),
        ])
    }
}

impl CaseStep for BreakOffIntegration {
    /// Integration was begun; also after its end, and after the report.
    fn gates(case: &Case, _facts: &Facts) -> Vec<Violation> {
        let mut violations = assessors_work(case);
        if case.assessment.integration.is_none() {
            violations.push(KNOWN.broken());
        }
        violations
    }

    /// Breaks integration off: its days no longer count, and no report speaks of it.
    fn decide(&self, case: &Case, facts: &Facts) -> Decision {
        let mut violations = Self::gates(case, facts);
        let begun_on =
            case.assessment.integration.map_or(case.applied_on, |begun| begun.started_on);
        violations.extend(input::happened("broken_off_on", self.broken_off_on, begun_on, facts));
        violations.extend(input::text("reason", &self.reason, PAGE));
        one_unless(violations, || Event::IntegrationBrokenOff {
            broken: BrokenIntegration {
                started_on: begun_on,
                broken_off_on: self.broken_off_on,
                reason: self.reason.clone(),
            },
        })
    }
}
