//! 核对评估报告: the registrar reads the code and the seal on the signed report.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{CaseStep, Decision, Step, one_unless};
use crate::access::Role;
use crate::base::rule::Violation;
use crate::base::text::LINE;
use crate::case::Case;
use crate::event::{AssessmentEvent, Event};
use crate::facts::Facts;
use crate::law::assessment::REPORTED;
use crate::law::input::{self, KNOWN};
use crate::law::sequence::{IN_REVIEW, must_be_in};
use crate::law::signed_report::{SAME_VERSION, SEALED, code_of, commissioned, signed_scan};

/// What stands on the signed report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ConfirmReport {
    /// The code, as a reader of codes types it or as it stands below the code.
    pub code: String,
    /// Of a commissioned body, the name on the seal.
    #[serde(default)]
    pub seal_of: Option<String>,
}

impl Step for ConfirmReport {
    const TITLE: &'static str = "核对评估报告";
    const ARTICLE: &'static str = "《收养评估办法（试行）》第九条第（四）项";
    const ROLES: &'static [Role] = &[Role::Registrar];
}

impl CaseStep for ConfirmReport {
    /// The signed report is filed.
    fn gates(case: &Case, _facts: &Facts) -> Vec<Violation> {
        let mut violations = must_be_in(case, IN_REVIEW);
        if case.assessment.report.is_none() || signed_scan(case).is_none() {
            violations.push(REPORTED.broken());
        }
        violations
    }

    /// Compares both with what was frozen and agreed.
    fn decide(&self, case: &Case, facts: &Facts) -> Decision {
        let mut violations = Self::gates(case, facts);
        violations.extend(input::text("code", &self.code, LINE));
        if code_of(case).is_some_and(|code| code != self.code) {
            violations.push(SAME_VERSION.broken().at("code"));
        }
        match (commissioned(case), self.seal_of.as_deref()) {
            (Some(body), seal) if seal != Some(body) => {
                violations.push(SEALED.broken().at("seal_of"));
            }
            (None, Some(_)) => violations.push(KNOWN.broken().at("seal_of")),
            _ => {}
        }
        let paper = signed_scan(case).map_or(0, |scan| scan.number);
        one_unless(violations, || {
            Event::Assessment(AssessmentEvent::ReportConfirmed {
                paper,
                code: self.code.clone(),
                seal_of: self.seal_of.clone(),
            })
        })
    }
}
