//! 融合中断: the child left the applicants, and its days count no longer.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::ask::{self, Choice, Input, Listed};
use super::visit_for_assessment::assessors_work;
use super::{CaseStep, Decision, Step, one_unless};
use crate::access::Role;
use crate::base::rule::Violation;
use crate::base::text::{LINE, PAGE};
use crate::base::words::word;
use crate::case::Case;
use crate::case::assessment::{BreakCause, BrokenIntegration, SafeReturn};
use crate::event::Event;
use crate::facts::Facts;
use crate::law::assessment_work::SAFE_RETURN;
use crate::law::input::{self, KNOWN};

/// Integration is broken off.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct BreakOffIntegration {
    /// The day the child left the applicants.
    pub broken_off_on: NaiveDate,
    /// Why.
    pub reason: String,
    /// What kind of reason it is; of an assessment by points it is always said.
    #[serde(default)]
    pub cause: Option<BreakCause>,
    /// Where the child went; of an assessment by points it is always said.
    #[serde(default)]
    pub returned: Option<SafeReturn>,
}

impl Step for BreakOffIntegration {
    const TITLE: &'static str = "中断融合";
    const ARTICLE: &'static str = "《收养评估办法（试行）》第八条";
    const ROLES: &'static [Role] = &[Role::Registrar, Role::Assessor];
    const IS_FINAL: bool = true;

    fn inputs(case: &Case, facts: &Facts) -> Listed {
        let begun_on = case.assessment.integration.map(|begun| begun.started_on);
        let mut inputs =
            vec![Input::day("/broken_off_on", begun_on, facts.today), Input::text("/reason", PAGE)];
        if case.assessment.scored.is_some() {
            let cause =
                |cause| Choice::new(&cause, ask::title(BreakCause::printed(cause), &word(&cause)));
            inputs.push(Input::choice("/cause", BreakCause::ALL.map(cause)));
            inputs.push(Input::day("/returned/on", begun_on, facts.today));
            let texts = ["/returned/to", "/returned/handed_over_by", "/returned/condition"];
            inputs.extend(texts.map(|field| Input::text(field, LINE)));
        }
        Some(inputs)
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
        violations.extend(self.child_is_safe(case, facts));
        one_unless(violations, || Event::IntegrationBrokenOff {
            broken: BrokenIntegration {
                started_on: begun_on,
                broken_off_on: self.broken_off_on,
                reason: self.reason.clone(),
                cause: self.cause,
                returned: self.returned.clone(),
            },
        })
    }
}

impl BreakOffIntegration {
    fn child_is_safe(&self, case: &Case, facts: &Facts) -> Vec<Violation> {
        let mut violations = Vec::new();
        if case.assessment.scored.is_some() {
            violations.extend(self.cause.is_none().then(|| SAFE_RETURN.broken().at("cause")));
            violations.extend(self.returned.is_none().then(|| SAFE_RETURN.broken().at("returned")));
        }
        if let Some(returned) = &self.returned {
            let left = self.broken_off_on;
            violations.extend(input::happened("returned.on", returned.on, left, facts));
            let texts = [
                ("returned.to", &returned.to),
                ("returned.handed_over_by", &returned.handed_over_by),
                ("returned.condition", &returned.condition),
            ];
            violations.extend(
                texts.into_iter().filter_map(|(field, text)| input::text(field, text, LINE)),
            );
        }
        violations
    }
}
