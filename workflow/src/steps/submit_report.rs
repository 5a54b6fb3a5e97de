//! 评估报告: submitted by the assessors, then printed and signed by all of them.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::visit_for_assessment::assessors_work;
use super::{CaseStep, Decision, Step, one_unless};
use crate::access::Role;
use crate::base::ids::UserId;
use crate::base::rule::Violation;
use crate::base::text::PAGE;
use crate::case::Case;
use crate::case::assessment::{Conclusion, Finding};
use crate::event::Event;
use crate::facts::Facts;
use crate::law::assessment::{
    COMPLETE_REPORT, REPORTED, integrated, no_open_incident, topics_left_out, visited_enough,
};
use crate::law::input;

/// The report's conclusion and body.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SubmitReport {
    /// What it concludes.
    pub conclusion: Conclusion,
    /// One finding for each content of 评估办法 art. 8.
    pub findings: Vec<Finding>,
    /// Who signs: every appointed assessor.
    pub signers: Vec<UserId>,
}

impl Step for SubmitReport {
    const TITLE: &'static str = "提交评估报告";
    const ARTICLE: &'static str = "《收养评估办法（试行）》第九条、第十条";
    const ROLES: &'static [Role] = &[Role::Assessor];
}

impl CaseStep for SubmitReport {
    /// Assessors are appointed and no incident is open.
    fn gates(case: &Case, _facts: &Facts) -> Vec<Violation> {
        let mut violations = assessors_work(case);
        violations.extend(no_open_incident(case));
        violations
    }

    /// Submits the report. A later one replaces it, and must be signed anew. That the applicants are
    /// capable can be said only after a complete integration; that they are not, at any time.
    fn decide(&self, case: &Case, facts: &Facts) -> Decision {
        let mut violations = Self::gates(case, facts);
        if self.conclusion == Conclusion::Capable {
            violations.extend(integrated(case, facts));
        }
        violations.extend(visited_enough(case, facts));
        let mut signers = self.signers.clone();
        signers.sort();
        let mut appointed: Vec<UserId> =
            case.assessment.assessors.iter().map(|assessor| assessor.user).collect();
        appointed.sort();
        if signers != appointed {
            violations.push(REPORTED.broken().at("signers"));
        }
        let left_out = topics_left_out(self.findings.iter().map(|finding| finding.topic));
        for topic in left_out {
            violations.push(
                COMPLETE_REPORT
                    .broken_because(
                        format!("缺少“{}”", topic.printed()),
                        format!("{topic:?} is missing"),
                    )
                    .at("findings"),
            );
        }
        for (index, finding) in self.findings.iter().enumerate() {
            violations.extend(input::text(
                &format!("findings[{index}].finding"),
                &finding.finding,
                PAGE,
            ));
        }
        one_unless(violations, || Event::ReportSubmitted {
            conclusion: self.conclusion,
            findings: self.findings.clone(),
            signers: self.signers.clone(),
        })
    }
}
