//! 评估书面告知: the applicants are told in writing that they will be assessed, and by whom.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::ask::{Input, Listed};
use super::{CaseStep, Decision, Step, one_unless};
use crate::access::Role;
use crate::base::rule::Violation;
use crate::base::text::LINE;
use crate::case::Case;
use crate::case::assessment::AssessingBody;
use crate::event::Event;
use crate::facts::Facts;
use crate::law::input::{self, KNOWN};
use crate::law::kinds::must_be_assessed;
use crate::law::sequence::{IN_REVIEW, must_be_in};

/// The written notice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NotifyAssessment {
    /// Who assesses.
    pub body: AssessingBody,
}

impl Step for NotifyAssessment {
    const TITLE: &'static str = "评估书面告知";
    const ARTICLE: &'static str = "《民法典》第一千一百零五条第五款；《收养评估办法》第九条";
    const ROLES: &'static [Role] = &[Role::Registrar];

    fn inputs(_: &Case, _: &Facts) -> Listed {
        let third = ["third_party"];
        let text = |at| Input::text(at, LINE).when("/body/kind", &third);
        Some(vec![text("/body/name"), text("/body/agreement_number")])
    }
}

impl CaseStep for NotifyAssessment {
    /// After acceptance, and once: a change of fact voids the assessment and allows a new notice.
    fn gates(case: &Case, _facts: &Facts) -> Vec<Violation> {
        let mut violations = must_be_in(case, IN_REVIEW);
        violations.extend(must_be_assessed(case));
        if case.assessment.notified_on.is_some() {
            violations.push(KNOWN.broken_because("已经告知", "already notified"));
        }
        violations
    }

    /// Records the notice.
    fn decide(&self, case: &Case, facts: &Facts) -> Decision {
        let mut violations = Self::gates(case, facts);
        if let AssessingBody::ThirdParty { name, agreement_number } = &self.body {
            violations.extend(input::text("body.name", name, LINE));
            violations.extend(input::text("body.agreement_number", agreement_number, LINE));
        }
        one_unless(violations, || Event::AssessmentNotified { body: self.body.clone() })
    }
}
