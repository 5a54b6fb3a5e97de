//! 撤回同意: a party takes the consent back.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::ask::{self, Input, Listed};
use super::{CaseStep, Decision, Step, one_unless};
use crate::access::Role;
use crate::base::rule::Violation;
use crate::base::text::PAGE;
use crate::case::{Case, PaperKind, Party, Slot};
use crate::event::Event;
use crate::facts::Facts;
use crate::law::input::{self, KNOWN};
use crate::law::sequence::{UNTIL_REGISTRATION, must_be_in};

/// A party takes a consent back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct WithdrawConsent {
    /// Who.
    pub party: Party,
    /// Why, in their words.
    pub reason: String,
}

impl Step for WithdrawConsent {
    const TITLE: &'static str = "撤回同意";
    const ARTICLE: &'static str = "《民法典》第一千一百零四条";
    const ROLES: &'static [Role] = &[Role::Registrar];
    const IS_FINAL: bool = true;

    fn inputs(case: &Case, _: &Facts) -> Listed {
        let consenting = Party::ALL.into_iter().filter(|party| has_consented(case, *party));
        Some(vec![ask::one_party(consenting), Input::text("/reason", PAGE)])
    }
}

impl CaseStep for WithdrawConsent {
    /// Some consent must stand.
    fn gates(case: &Case, _facts: &Facts) -> Vec<Violation> {
        let mut violations = must_be_in(case, UNTIL_REGISTRATION);
        if !Party::ALL.into_iter().any(|party| has_consented(case, party)) {
            violations.push(KNOWN.broken());
        }
        violations
    }

    /// Takes the consent of that party back.
    fn decide(&self, case: &Case, facts: &Facts) -> Decision {
        let mut violations = Self::gates(case, facts);
        if !has_consented(case, self.party) {
            violations.push(KNOWN.broken().at("party"));
        }
        violations.extend(input::text("reason", &self.reason, PAGE));
        one_unless(violations, || Event::ConsentWithdrawn {
            party: self.party,
            reason: self.reason.clone(),
        })
    }
}

/// Whether a party's consent stands: taken at the office, or brought as the other parent's paper.
fn has_consented(case: &Case, party: Party) -> bool {
    let brought = Slot::of(PaperKind::OtherParentConsent, party);
    case.consents.iter().any(|consent| consent.party == party)
        || case.standing_papers(brought).next().is_some()
}
