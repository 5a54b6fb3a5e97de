//! 申请复核: an applicant objects to the result that was told.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::ask::{self, Input, Listed};
use super::tell_result::TellResult;
use super::{CaseStep, Decision, Step, one_unless};
use crate::access::Role;
use crate::base::rule::Violation;
use crate::case::{Case, Party};
use crate::event::{AssessmentEvent, Event};
use crate::facts::Facts;
use crate::law::assessment_review::{REASONS, may_be_asked, no_open_review, told_on};
use crate::law::input;

/// Who asks, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RequestReview {
    /// Which applicant.
    pub party: Party,
    /// The day it was asked for.
    pub requested_on: NaiveDate,
    /// Why.
    pub grounds: String,
}

impl Step for RequestReview {
    const TITLE: &'static str = "登记评估复核申请";
    const ARTICLE: &'static str = "《收养评估办法（试行）》第十条";
    const ROLES: &'static [Role] = &[Role::Registrar];

    /// Whoever was told and may still ask today.
    fn inputs(case: &Case, facts: &Facts) -> Listed {
        let adopters = case.adopting_parties().map(|(party, _)| party);
        let may_ask: Vec<Party> = adopters
            .filter(|party| may_be_asked(case, *party, facts.today, facts).is_none())
            .collect();
        let told = may_ask.iter().filter_map(|party| told_on(case, *party)).max();
        Some(vec![
            ask::one_party(may_ask),
            Input::day("/requested_on", told, facts.today),
            Input::text("/grounds", REASONS),
        ])
    }
}

impl CaseStep for RequestReview {
    /// A report stands, and no other review waits.
    fn gates(case: &Case, facts: &Facts) -> Vec<Violation> {
        let mut violations = TellResult::gates(case, facts);
        violations.extend(no_open_review(case));
        violations
    }

    /// Records the request, in time.
    fn decide(&self, case: &Case, facts: &Facts) -> Decision {
        let mut violations = Self::gates(case, facts);
        violations.extend(may_be_asked(case, self.party, self.requested_on, facts));
        if let Some(told_on) = told_on(case, self.party) {
            violations.extend(input::happened("requested_on", self.requested_on, told_on, facts));
        }
        violations.extend(input::text("grounds", &self.grounds, REASONS));
        one_unless(violations, || {
            Event::Assessment(AssessmentEvent::ReviewRequested {
                party: self.party,
                requested_on: self.requested_on,
                grounds: self.grounds.clone(),
            })
        })
    }
}
