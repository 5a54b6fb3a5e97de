//! 核验: the registrar finds a filed paper in order.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::ask::{self, Input, Listed};
use super::file_paper::FilePaper;
use super::{CaseStep, Decision, NumberedStep, Step, one_unless};
use crate::access::Role;
use crate::base::rule::Violation;
use crate::case::papers::ComparedWith;
use crate::case::{Case, FiledPaper, PaperState};
use crate::event::Event;
use crate::facts::Facts;
use crate::law::input::KNOWN;

/// 核验: the scan agrees with the paper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct VerifyPaper {
    /// What it was compared with.
    pub compared_with: ComparedWith,
}

impl Step for VerifyPaper {
    const TITLE: &'static str = "核验材料";
    const ARTICLE: &'static str = "《收养登记工作规范》（核对材料）";
    const ROLES: &'static [Role] = &[Role::Registrar];

    fn inputs(case: &Case, _: &Facts) -> Listed {
        let filed = case.papers.iter().filter(|paper| paper.state == PaperState::Filed);
        Some(vec![Input::number(filed.map(ask::paper))])
    }
}

impl NumberedStep for VerifyPaper {
    /// Some paper must wait to be looked at.
    fn gates(case: &Case, facts: &Facts) -> Vec<Violation> {
        let mut violations = FilePaper::gates(case, facts);
        if !case.papers.iter().any(|paper| paper.state == PaperState::Filed) {
            violations.push(KNOWN.broken());
        }
        violations
    }

    /// Verifies the paper of that number.
    fn decide(&self, case: &Case, number: u32, facts: &Facts) -> Decision {
        let violations = can_be_looked_at(case, number, facts);
        one_unless(violations, || Event::PaperVerified {
            number,
            compared_with: self.compared_with,
        })
    }
}

fn can_be_looked_at(case: &Case, number: u32, facts: &Facts) -> Vec<Violation> {
    let mut violations = FilePaper::gates(case, facts);
    if !standing(case, number).is_some_and(|paper| paper.state == PaperState::Filed) {
        violations.push(KNOWN.broken().at("number"));
    }
    violations
}

/// The paper of that number, if it is neither rejected nor void.
pub(super) fn standing(case: &Case, number: u32) -> Option<&FiledPaper> {
    let of_number = case.papers.iter().find(|paper| paper.number == number)?;
    (of_number.state == PaperState::Filed || of_number.is_verified()).then_some(of_number)
}
