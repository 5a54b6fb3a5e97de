//! 受理: the office has jurisdiction, the conditions hold, every paper is verified.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::ask::Listed;
use super::{CaseStep, Decision, Step, one_unless};
use crate::access::Role;
use crate::base::message::Message;
use crate::base::rule::Violation;
use crate::base::stage::Stage;
use crate::case::Case;
use crate::event::Event;
use crate::facts::Facts;
use crate::law::child::notes_of_the_child;
use crate::law::sequence::must_be_in;
use crate::procedures::acceptance_gates;
use crate::procedures::papers::required_papers;

/// Acceptance carries no data: it happens today, on what the file shows.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Accept {}

impl Step for Accept {
    const TITLE: &'static str = "受理";
    const ARTICLE: &'static str = "《中国公民收养子女登记办法》第四条、第六条、第七条";
    const ROLES: &'static [Role] = &[Role::Registrar];
    const CROSSES_CASES: bool = true;

    // Of other cases only who decides on this one is told.
    fn notes(_: &Case, facts: &Facts, allowed: bool) -> Vec<Message> {
        if allowed { notes_of_the_child(facts) } else { Vec::new() }
    }

    fn notes_once_done(&self, _case: &Case, facts: &Facts) -> Vec<Message> {
        notes_of_the_child(facts)
    }

    fn inputs(_: &Case, _: &Facts) -> Listed {
        Some(Vec::new())
    }
}

impl CaseStep for Accept {
    /// SEQ-1 in whole, and SEQ-16.
    fn gates(case: &Case, facts: &Facts) -> Vec<Violation> {
        let mut violations = must_be_in(case, &[Stage::Applied]);
        violations.extend(acceptance_gates(case, facts));
        violations
    }

    /// Accepts. The review clock starts the day after the last paper of the set was received.
    fn decide(&self, case: &Case, facts: &Facts) -> Decision {
        one_unless(Self::gates(case, facts), || Event::Accepted { complete_on: complete_on(case) })
    }
}

fn complete_on(case: &Case) -> chrono::NaiveDate {
    // Of several papers of a slot the earliest counts, so that filing again moves no clock.
    let first_of = |slot| {
        let standing = case.standing_papers(slot).filter(|paper| paper.is_verified());
        standing.map(|paper| paper.filed_on).min()
    };
    let required = required_papers(case).into_iter();
    required.filter_map(|paper| first_of(paper.slot)).max().unwrap_or(case.applied_on)
}
