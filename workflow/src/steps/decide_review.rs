//! 复核决定: the reviewers uphold the report, or set it aside and others assess anew.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::ask::{Input, Listed};
use super::{CaseStep, Decision, Step, one_unless};
use crate::access::Role;
use crate::base::rule::Violation;
use crate::case::Case;
use crate::case::assessment::after::ReviewOutcome;
use crate::event::{AssessmentEvent, Event};
use crate::facts::Facts;
use crate::law::assessment::{ASSESSORS, ASSESSORS_NEEDED};
use crate::law::assessment_review::{OTHER_PEOPLE, REASONS, open_review};
use crate::law::input::{self, KNOWN};
use crate::law::recusal::none_pending;
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
    const IS_FINAL: bool = true;

    fn inputs(_: &Case, _: &Facts) -> Listed {
        Some(vec![Input::text("/reasons", REASONS)])
    }
}

impl CaseStep for DecideReview {
    /// Reviewers are appointed and have not decided; one of them decides.
    fn gates(case: &Case, facts: &Facts) -> Vec<Violation> {
        let mut violations = must_be_in(case, IN_REVIEW);
        match open_review(case).filter(|review| !review.reviewers.is_empty()) {
            None => violations.push(KNOWN.broken()),
            Some(review) => {
                if review.reviewers.iter().all(|reviewer| reviewer.user != facts.actor.id) {
                    violations.push(OTHER_PEOPLE.broken());
                }
                // One of them may have withdrawn.
                if review.reviewers.len() < ASSESSORS_NEEDED {
                    violations.push(ASSESSORS.broken());
                }
            }
        }
        violations.extend(none_pending(case));
        violations
    }

    /// Decides it.
    fn decide(&self, case: &Case, facts: &Facts) -> Decision {
        let mut violations = Self::gates(case, facts);
        violations.extend(input::text("reasons", &self.reasons, REASONS));
        one_unless(violations, || {
            Event::Assessment(AssessmentEvent::ReviewDecided {
                outcome: self.outcome,
                reasons: self.reasons.clone(),
            })
        })
    }
}
