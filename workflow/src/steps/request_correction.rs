//! 一次性告知: the parties are told at once of everything that is missing or not in order.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::ask::Listed;
use super::{CaseStep, Decision, Step, one_unless};
use crate::access::Role;
use crate::base::rule::Violation;
use crate::base::stage::Stage;
use crate::case::Case;
use crate::event::Event;
use crate::facts::Facts;
use crate::law::sequence::must_be_in;
use crate::procedures::papers::{correction_gates, papers_incorrect, papers_missing};

/// A correction carries no data: what is missing and what is not in order is what the file shows.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RequestCorrection {}

impl Step for RequestCorrection {
    const TITLE: &'static str = "一次性告知";
    const ARTICLE: &'static str = "《收养登记工作规范》（审查材料）；一次性告知";
    const ROLES: &'static [Role] = &[Role::Registrar];

    fn inputs(_: &Case, _: &Facts) -> Listed {
        Some(Vec::new())
    }
}

impl CaseStep for RequestCorrection {
    /// Before acceptance, when every paper brought was looked at and something is to be corrected.
    fn gates(case: &Case, _facts: &Facts) -> Vec<Violation> {
        let mut violations = must_be_in(case, &[Stage::Applied]);
        violations.extend(correction_gates(case));
        violations
    }

    /// Tells everything at once.
    fn decide(&self, case: &Case, facts: &Facts) -> Decision {
        let number =
            case.corrections.iter().map(|correction| correction.number).max().unwrap_or(0) + 1;
        one_unless(Self::gates(case, facts), || Event::CorrectionRequested {
            number,
            missing: papers_missing(case),
            incorrect: papers_incorrect(case),
        })
    }
}
