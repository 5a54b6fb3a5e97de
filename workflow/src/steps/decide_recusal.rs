//! 回避决定: the leader decides whether somebody withdraws of whom a party asked it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::ask::{self, Input, Listed};
use super::{Decision, NumberedStep, Step};
use crate::access::Role;
use crate::base::rule::{Refusal, Violation};
use crate::base::text::PAGE;
use crate::case::Case;
use crate::event::{AssessmentEvent, Event};
use crate::facts::Facts;
use crate::law::input::{self, KNOWN};
use crate::law::recusal::{OF_ANOTHER, pending};
use crate::law::sequence::{IN_REVIEW, must_be_in};

/// The decision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DecideRecusal {
    /// Whether they withdraw.
    pub recused: bool,
    /// Why.
    pub reasons: String,
}

impl Step for DecideRecusal {
    const TITLE: &'static str = "作出回避决定";
    const ARTICLE: &'static str = "《收养评估办法（试行）》第十二条";
    const ROLES: &'static [Role] = &[Role::Leader];
    const IS_FINAL: bool = true;

    fn inputs(case: &Case, facts: &Facts) -> Listed {
        let of_others = pending(case).filter(|request| request.assessor != facts.actor.id);
        let numbers = of_others.map(|request| ask::numbered(request.number, "request"));
        Some(vec![Input::number(numbers), Input::text("/reasons", PAGE)])
    }
}

impl NumberedStep for DecideRecusal {
    /// A request waits.
    fn gates(case: &Case, facts: &Facts) -> Vec<Violation> {
        let mut violations = must_be_in(case, IN_REVIEW);
        let mut waiting = pending(case).peekable();
        if waiting.peek().is_none() {
            violations.push(KNOWN.broken());
        } else if waiting.all(|request| request.assessor == facts.actor.id) {
            violations.push(OF_ANOTHER.broken());
        }
        violations
    }

    /// Decides it.
    fn decide(&self, case: &Case, number: u32, facts: &Facts) -> Decision {
        let mut violations = Self::gates(case, facts);
        violations.extend(input::text("reasons", &self.reasons, PAGE));
        let request = pending(case).find(|request| request.number == number);
        match request {
            // That none waits at all is said already.
            None if pending(case).next().is_none() => {}
            None => violations.push(KNOWN.broken().at("number")),
            Some(request) if request.assessor == facts.actor.id => {
                violations.push(OF_ANOTHER.broken().at("number"));
            }
            Some(_) => {}
        }
        Refusal::unless_none(violations)?;
        let decided = request.map(|request| {
            Event::Assessment(AssessmentEvent::RecusalDecided {
                number,
                recused: self.recused,
                from: request.from,
                reasons: self.reasons.clone(),
            })
        });
        Ok(decided.into_iter().collect())
    }
}
