//! 申请回避: a party asks that somebody who assesses or reviews withdraw.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::ask::{self, Choice, Input, Listed};
use super::{CaseStep, Decision, Step, one_unless};
use crate::access::Role;
use crate::base::ids::UserId;
use crate::base::rule::Violation;
use crate::base::text::PAGE;
use crate::case::assessment::recusal::{Conflict, RecusalFrom};
use crate::case::{Case, Party};
use crate::event::{AssessmentEvent, Event};
use crate::facts::Facts;
use crate::law::input::{self, KNOWN};
use crate::law::recusal::{AT_WORK, at_work, people_at_work};
use crate::law::sequence::{IN_REVIEW, must_be_in};
use crate::procedures::taking_part;

/// Who asks, about whom, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RequestRecusal {
    /// Which party.
    pub party: Party,
    /// Who is to withdraw.
    pub assessor: UserId,
    /// The day it was asked for.
    pub requested_on: NaiveDate,
    /// The tie, as the party says.
    pub conflict: Conflict,
}

impl Step for RequestRecusal {
    const TITLE: &'static str = "登记回避申请";
    const ARTICLE: &'static str = "《收养评估办法（试行）》第十二条";
    const ROLES: &'static [Role] = &[Role::Registrar];

    fn inputs(case: &Case, facts: &Facts) -> Listed {
        let person = |(person, _): (&crate::case::assessment::Assessor, RecusalFrom)| {
            Choice::new(&person.user, ask::title(&person.name, &person.name))
        };
        Some(vec![
            ask::one_party(taking_part(case)),
            Input::choice("/assessor", people_at_work(case).map(person)),
            Input::day("/requested_on", Some(case.applied_on), facts.today),
            Input::text("/conflict/facts", PAGE),
        ])
    }
}

impl CaseStep for RequestRecusal {
    /// Somebody is at work on it.
    fn gates(case: &Case, _facts: &Facts) -> Vec<Violation> {
        let mut violations = must_be_in(case, IN_REVIEW);
        if people_at_work(case).next().is_none() {
            violations.push(AT_WORK.broken());
        }
        violations
    }

    /// Records the request; until the leader has decided it, nothing is decided on the adoption.
    fn decide(&self, case: &Case, facts: &Facts) -> Decision {
        let mut violations = Self::gates(case, facts);
        if !taking_part(case).contains(&self.party) {
            violations.push(KNOWN.broken().at("party"));
        }
        let from = at_work(case, self.assessor);
        if from.is_none() {
            violations.push(AT_WORK.broken().at("assessor"));
        }
        let day = self.requested_on;
        violations.extend(input::happened("requested_on", day, case.applied_on, facts));
        violations.extend(input::text("conflict.facts", &self.conflict.facts, PAGE));
        let requests = case.assessment.recusals.iter();
        let number = requests.map(|request| request.number).max().unwrap_or(0) + 1;
        one_unless(violations, || {
            Event::Assessment(AssessmentEvent::RecusalRequested {
                number,
                party: self.party,
                assessor: self.assessor,
                from: from.unwrap_or(RecusalFrom::Assessment),
                requested_on: self.requested_on,
                conflict: self.conflict.clone(),
            })
        })
    }
}
