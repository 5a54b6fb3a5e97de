//! Two or more qualified people who did not assess are appointed to review.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::appoint_assessors::{AssessorToAppoint, appointed, who_is_fit};
use super::ask::Listed;
use super::{CaseStep, Decision, Step, one_unless};
use crate::access::Role;
use crate::base::rule::Violation;
use crate::case::Case;
use crate::event::{AssessmentEvent, Event};
use crate::facts::{Facts, Lookup};
use crate::law::assessment_review::{OTHER_PEOPLE, open_review};
use crate::law::input::KNOWN;
use crate::law::sequence::{IN_REVIEW, must_be_in};

/// The appointment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AppointReviewers {
    /// Two or more.
    pub assessors: Vec<AssessorToAppoint>,
}

impl Step for AppointReviewers {
    const TITLE: &'static str = "指派复核人员";
    const ARTICLE: &'static str = "《收养评估办法（试行）》第十条、第十二条";
    const ROLES: &'static [Role] = &[Role::Registrar];

    fn inputs(case: &Case, facts: &Facts) -> Listed {
        Some(who_is_fit(case, facts, |user| !case.was_assessor(user)))
    }

    fn lookups(&self) -> Vec<Lookup> {
        self.assessors.iter().map(|assessor| Lookup::Assessor(assessor.user)).collect()
    }
}

impl CaseStep for AppointReviewers {
    /// A review waits.
    fn gates(case: &Case, _facts: &Facts) -> Vec<Violation> {
        let mut violations = must_be_in(case, IN_REVIEW);
        if open_review(case).is_none() {
            violations.push(KNOWN.broken());
        }
        violations
    }

    /// Appoints them: qualified, without a tie, and none who assessed.
    fn decide(&self, case: &Case, facts: &Facts) -> Decision {
        let mut violations = Self::gates(case, facts);
        let (reviewers, broken) = appointed(&self.assessors, case, facts);
        violations.extend(broken);
        for (index, assessor) in self.assessors.iter().enumerate() {
            if case.was_assessor(assessor.user) {
                violations.push(OTHER_PEOPLE.broken().at(format!("assessors[{index}].user")));
            }
        }
        one_unless(violations, || {
            Event::Assessment(AssessmentEvent::ReviewersAppointed { reviewers })
        })
    }
}
