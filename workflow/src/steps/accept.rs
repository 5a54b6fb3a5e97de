//! 受理: the office has jurisdiction, the conditions hold, every paper is verified.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Decision, one_unless};
use crate::base::rule::Violation;
use crate::base::stage::Stage;
use crate::case::Case;
use crate::event::Event;
use crate::facts::Facts;
use crate::law::documents_required::{all_filled, required_papers};
use crate::law::sequence::must_be_in;
use crate::law::{adopter, assessment, child, jurisdiction, notice, placer};
use crate::procedures;

/// Acceptance carries no data: it happens today, on what the file shows.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Accept {}

/// SEQ-1 in whole, and SEQ-16.
pub fn gates(case: &Case, facts: &Facts) -> Vec<Violation> {
    let mut violations = must_be_in(case, &[Stage::Applied]);
    if let Some(of_procedure) = procedures::acceptance_gates(case, facts) {
        violations.extend(of_procedure);
        return violations;
    }
    violations.extend(jurisdiction::office_has_jurisdiction(case, facts));
    violations.extend(child::conditions(case, facts));
    violations.extend(placer::conditions(case, facts));
    violations.extend(child::is_in_no_other_adoption(Some(case), facts));
    violations.extend(adopter::conditions(case, facts));
    violations.extend(all_filled(case));
    violations.extend(notice::no_claim(case));
    violations.extend(assessment::no_open_incident(case));
    violations
}

/// Accepts. The review clock starts the day after the last paper of the set was received.
pub fn decide(case: &Case, _command: &Accept, facts: &Facts) -> Decision {
    one_unless(gates(case, facts), || Event::Accepted { complete_on: complete_on(case) })
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
