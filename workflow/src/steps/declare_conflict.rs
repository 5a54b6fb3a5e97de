//! 申报利害关系: who assesses or reviews has a tie to a party, and withdraws at once.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::ask::{Input, Listed};
use super::{CaseStep, Decision, Step, one_unless};
use crate::access::Role;
use crate::base::rule::Violation;
use crate::base::text::PAGE;
use crate::case::Case;
use crate::case::assessment::recusal::{Conflict, RecusalFrom};
use crate::event::{AssessmentEvent, Event};
use crate::facts::Facts;
use crate::law::input;
use crate::law::recusal::{AT_WORK, at_work};
use crate::law::sequence::{IN_REVIEW, must_be_in};

/// The declaration.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DeclareConflict {
    /// The tie.
    pub conflict: Conflict,
}

impl Step for DeclareConflict {
    const TITLE: &'static str = "申报利害关系";
    const ARTICLE: &'static str = "《收养评估办法（试行）》第十二条";
    const ROLES: &'static [Role] = &[Role::Assessor];
    const IS_FINAL: bool = true;

    fn inputs(_: &Case, _: &Facts) -> Listed {
        Some(vec![Input::text("/conflict/facts", PAGE)])
    }
}

impl CaseStep for DeclareConflict {
    /// Who declares is at work on it.
    fn gates(case: &Case, facts: &Facts) -> Vec<Violation> {
        let mut violations = must_be_in(case, IN_REVIEW);
        if at_work(case, facts.actor.id).is_none() {
            violations.push(AT_WORK.broken());
        }
        violations
    }

    /// Withdraws them. Others are appointed by the registrar.
    fn decide(&self, case: &Case, facts: &Facts) -> Decision {
        let mut violations = Self::gates(case, facts);
        violations.extend(input::text("conflict.facts", &self.conflict.facts, PAGE));
        let from = at_work(case, facts.actor.id).unwrap_or(RecusalFrom::Assessment);
        one_unless(violations, || {
            let conflict = self.conflict.clone();
            Event::Assessment(AssessmentEvent::ConflictDeclared { from, conflict })
        })
    }
}
