//! 告知评估结果: each applicant is told in words; from then on a review may be asked for.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::ask::{self, Input, Listed};
use super::visit_for_assessment::assessors_work;
use super::{CaseStep, Decision, Step, one_unless};
use crate::access::Role;
use crate::base::rule::Violation;
use crate::base::text::PAGE;
use crate::case::assessment::after::{ToldHow, ToldResult};
use crate::case::{Case, PaperKind, Party, Slot};
use crate::event::{AssessmentEvent, Event};
use crate::facts::Facts;
use crate::law::assessment::REPORTED;
use crate::law::documents_required::missing;
use crate::law::input::{self, KNOWN};

/// Who is told, and in which words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TellResult {
    /// Which applicant.
    pub party: Party,
    /// The day.
    pub told_on: NaiveDate,
    /// How.
    pub how: ToldHow,
    /// In which words.
    pub words: String,
}

impl Step for TellResult {
    const TITLE: &'static str = "告知评估结果";
    const ARTICLE: &'static str = "《收养评估办法（试行）》第十条";
    const ROLES: &'static [Role] = &[Role::Registrar];
    const IS_FINAL: bool = true;

    fn inputs(case: &Case, facts: &Facts) -> Listed {
        Some(vec![
            ask::one_adopter(case),
            Input::day("/told_on", Some(reported_on(case)), facts.today),
            Input::text("/words", PAGE),
        ])
    }
}

/// The day of the report; a result is told from then on.
fn reported_on(case: &Case) -> NaiveDate {
    case.assessment.report.as_ref().map_or(case.applied_on, |report| report.on)
}

impl CaseStep for TellResult {
    /// The signed report is filed and verified.
    fn gates(case: &Case, _facts: &Facts) -> Vec<Violation> {
        let mut violations = assessors_work(case);
        if !case.report_is_filed() {
            violations.push(missing(&REPORTED, Slot::of_case(PaperKind::AssessmentReport)));
        }
        violations
    }

    /// Records that an applicant was told.
    fn decide(&self, case: &Case, facts: &Facts) -> Decision {
        let mut violations = Self::gates(case, facts);
        if case.adopter(self.party).is_none() {
            violations.push(KNOWN.broken().at("party"));
        }
        violations.extend(input::happened("told_on", self.told_on, reported_on(case), facts));
        violations.extend(input::text("words", &self.words, PAGE));
        one_unless(violations, || {
            let told = ToldResult {
                party: self.party,
                told_on: self.told_on,
                how: self.how,
                words: self.words.clone(),
            };
            Event::Assessment(AssessmentEvent::ResultTold { told })
        })
    }
}
