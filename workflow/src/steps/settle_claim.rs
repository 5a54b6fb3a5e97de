//! 处理认领: the leader settles a claim on a police or court paper.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::ask::{self, Input, Listed};
use super::raise_claim::RaiseClaim;
use super::{CaseStep, Decision, NumberedStep, Step, one_unless};
use crate::access::Role;
use crate::base::rule::Violation;
use crate::base::text::PAGE;
use crate::case::{Case, ClaimOutcome, PaperKind, Slot};
use crate::event::Event;
use crate::facts::Facts;
use crate::law::documents_required::missing;
use crate::law::input::{self, KNOWN};
use crate::law::notice::SETTLED_ON_PAPER;

/// The leader settles a claim.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SettleClaim {
    /// What the police or court paper says.
    pub outcome: ClaimOutcome,
    /// The leader's reasons.
    pub reasons: String,
}

impl Step for SettleClaim {
    const TITLE: &'static str = "处理认领";
    const ARTICLE: &'static str = "《中国公民收养子女登记办法》第八条第二款";
    const ROLES: &'static [Role] = &[Role::Leader];

    fn inputs(case: &Case, _: &Facts) -> Listed {
        let open = case.claims.iter().filter(|claim| claim.settlement.is_none());
        let open = open.map(|claim| ask::numbered(claim.number, "claim"));
        Some(vec![Input::number(open), Input::text("/reasons", PAGE)])
    }
}

impl NumberedStep for SettleClaim {
    /// A claim must be open, and its paper filed and verified.
    fn gates(case: &Case, facts: &Facts) -> Vec<Violation> {
        let mut violations = RaiseClaim::gates(case, facts);
        if case.open_claim().is_none() {
            violations.push(KNOWN.broken());
        }
        let paper = Slot::of_case(PaperKind::ClaimPaper);
        let settled = case.claims.iter().filter(|claim| claim.settlement.is_some()).count();
        if case.verified_papers(paper.paper) <= settled {
            violations.push(missing(&SETTLED_ON_PAPER, paper));
        }
        violations
    }

    /// Settles the claim of that number.
    fn decide(&self, case: &Case, number: u32, facts: &Facts) -> Decision {
        let mut violations = Self::gates(case, facts);
        let open =
            case.claims.iter().any(|claim| claim.number == number && claim.settlement.is_none());
        if !open {
            violations.push(KNOWN.broken().at("number"));
        }
        violations.extend(input::text("reasons", &self.reasons, PAGE));
        one_unless(violations, || Event::ClaimSettled {
            number,
            outcome: self.outcome,
            reasons: self.reasons.clone(),
        })
    }
}
