//! The assessors visit, interview, ask neighbours and read papers (评估办法 art. 9(3)).

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::ask::{self, Choice, Input, Listed};
use super::{CaseStep, Decision, Step, one_unless};
use crate::access::Role;
use crate::base::ids::UserId;
use crate::base::rule::Violation;
use crate::base::text::PAGE;
use crate::base::words::word;
use crate::case::Case;
use crate::case::assessment::{AssessmentVisit, Assessor, VisitMethod};
use crate::event::Event;
use crate::facts::Facts;
use crate::law::assessment::{ASSESSORS, methods_wanted, report_not_filed};
use crate::law::input::{self, KNOWN};
use crate::law::kinds::must_be_assessed;
use crate::law::sequence::{IN_REVIEW, must_be_in};

/// One visit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct VisitForAssessment {
    /// The day.
    pub visited_on: NaiveDate,
    /// How.
    pub method: VisitMethod,
    /// Which of the appointed assessors went.
    pub assessors: Vec<UserId>,
    /// What was seen and heard.
    pub findings: String,
}

impl Step for VisitForAssessment {
    const TITLE: &'static str = "评估走访";
    const ARTICLE: &'static str = "《收养评估办法（试行）》第九条";
    const ROLES: &'static [Role] = &[Role::Assessor];

    fn inputs(case: &Case, facts: &Facts) -> Listed {
        let appointed_on = case.assessment.appointed_on.unwrap_or(case.applied_on);
        let assessor =
            |known: &Assessor| Choice::new(&known.user, ask::title(&known.name, &known.name));
        // What is still wanted comes first.
        let wanted = methods_wanted(case, facts);
        let mut methods = VisitMethod::ALL.to_vec();
        methods.sort_by_key(|method| !wanted.contains(method));
        let method = |method: VisitMethod| {
            Choice::new(&method, ask::title(method.printed(), &word(&method)))
        };
        Some(vec![
            Input::choice("/method", methods.into_iter().map(method)),
            Input::day("/visited_on", Some(appointed_on), facts.today),
            Input::list("/assessors", 1, case.assessment.assessors.iter().map(assessor)),
            Input::text("/findings", PAGE),
        ])
    }
}

impl CaseStep for VisitForAssessment {
    /// The assessors are appointed, and no signed report is filed.
    fn gates(case: &Case, _facts: &Facts) -> Vec<Violation> {
        let mut violations = assessors_work(case);
        violations.extend(report_not_filed(case));
        violations
    }

    /// Records the visit.
    fn decide(&self, case: &Case, facts: &Facts) -> Decision {
        let mut violations = Self::gates(case, facts);
        let appointed_on = case.assessment.appointed_on.unwrap_or(case.applied_on);
        violations.extend(input::happened("visited_on", self.visited_on, appointed_on, facts));
        let all_appointed = self.assessors.iter().all(|user| case.is_assessor(*user));
        if self.assessors.is_empty() || !all_appointed {
            violations.push(KNOWN.broken().at("assessors"));
        }
        violations.extend(input::text("findings", &self.findings, PAGE));
        one_unless(violations, || Event::AssessmentVisited {
            visit: AssessmentVisit {
                on: self.visited_on,
                method: self.method,
                assessors: self.assessors.clone(),
                findings: self.findings.clone(),
            },
        })
    }
}

/// The assessors are appointed and the case is in review.
pub fn assessors_work(case: &Case) -> Vec<Violation> {
    let mut violations = must_be_in(case, IN_REVIEW);
    violations.extend(must_be_assessed(case));
    if case.assessment.appointed_on.is_none() {
        violations.push(ASSESSORS.broken());
    }
    violations
}
