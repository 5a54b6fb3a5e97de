//! 复核决定: the reviewers uphold the report, or set it aside and others assess anew.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{CaseStep, Decision, Step, one_unless};
use crate::access::Role;
use crate::base::rule::Violation;
use crate::case::Case;
use crate::case::assessment::after::ReviewOutcome;
use crate::event::{AssessmentEvent, Event};
use crate::facts::Facts;
use crate::law::assessment_review::{OTHER_PEOPLE, REASONS, open_review};
use crate::law::input::{self, KNOWN};
use crate::law::sequence::{IN_REVIEW, must_be_in};

/// The decision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DecideReview {
    /// What was found.
    pub outcome: ReviewOutcome,
    /// Why.
    pub reasons: String,
}

impl Step for DecideReview {
    const TITLE: &'static str = "作出复核决定";
    const ARTICLE: &'static str = "《收养评估办法（试行）》第十条";
    const ROLES: &'static [Role] = &[Role::Assessor];
}

impl CaseStep for DecideReview {
    /// Reviewers are appointed and have not decided.
    fn gates(case: &Case, _facts: &Facts) -> Vec<Violation> {
        let mut violations = must_be_in(case, IN_REVIEW);
        if open_review(case).is_none_or(|review| review.reviewers.is_empty()) {
            violations.push(KNOWN.broken());
        }
        violations
    }

    /// Decides it, by one of them.
    fn decide(&self, case: &Case, facts: &Facts) -> Decision {
        let mut violations = Self::gates(case, facts);
        let reviews = open_review(case).is_some_and(|review| {
            review.reviewers.iter().any(|reviewer| reviewer.user == facts.actor.id)
        });
        if !reviews {
            violations.push(OTHER_PEOPLE.broken());
        }
        violations.extend(input::text("reasons", &self.reasons, REASONS));
        one_unless(violations, || {
            Event::Assessment(AssessmentEvent::ReviewDecided {
                outcome: self.outcome,
                reasons: self.reasons.clone(),
            })
        })
    }
}
