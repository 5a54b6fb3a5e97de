//! 退回: the registrar finds a filed paper not in order.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::ask::{self, Input, Listed};
use super::file_paper::FilePaper;
use super::verify_paper::standing;
use super::{CaseStep, Decision, NumberedStep, Step, file_paper, one_unless};
use crate::access::Role;
use crate::base::rule::Violation;
use crate::base::text::LINE;
use crate::case::Case;
use crate::event::Event;
use crate::facts::Facts;
use crate::law::input::{self, KNOWN};

/// The paper is not in order; the party is told why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RejectPaper {
    /// Why.
    pub reason: String,
}

impl Step for RejectPaper {
    const TITLE: &'static str = "退回材料";
    const ARTICLE: &'static str = "《收养登记工作规范》（核对材料）";
    const ROLES: &'static [Role] = &[Role::Registrar];

    fn inputs(case: &Case, _: &Facts) -> Listed {
        let can = case.papers.iter().filter(|paper| {
            let stands = standing(case, paper.number).is_some();
            stands
                && !(paper.is_verified() && file_paper::settled(case, paper.slot.paper).is_some())
        });
        Some(vec![Input::number(can.map(ask::paper)), Input::text("/reason", LINE)])
    }
}

impl NumberedStep for RejectPaper {
    /// As long as papers are taken.
    fn gates(case: &Case, facts: &Facts) -> Vec<Violation> {
        FilePaper::gates(case, facts)
    }

    /// Rejects the paper of that number. A verified paper may be rejected as long as nothing was
    /// registered on it.
    fn decide(&self, case: &Case, number: u32, facts: &Facts) -> Decision {
        let mut violations = FilePaper::gates(case, facts);
        match standing(case, number) {
            None => violations.push(KNOWN.broken().at("number")),
            Some(paper) if paper.is_verified() => {
                violations.extend(file_paper::settled(case, paper.slot.paper));
            }
            Some(_) => {}
        }
        violations.extend(input::text("reason", &self.reason, LINE));
        one_unless(violations, || Event::PaperRejected { number, reason: self.reason.clone() })
    }
}
