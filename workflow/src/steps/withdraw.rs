//! 撤回申请: a party withdraws; possible until registration.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::ask::{self, Input, Listed};
use super::{CaseStep, Decision, Step, one_unless};
use crate::access::Role;
use crate::base::rule::Violation;
use crate::base::text::PAGE;
use crate::case::{Case, Party, Procedure};
use crate::event::Event;
use crate::facts::Facts;
use crate::law::input::{self, KNOWN};
use crate::law::later::is_adult;
use crate::law::sequence::VOLUNTARY;
use crate::procedures::dissolution::deceased;

/// The withdrawal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Withdraw {
    /// Which party.
    pub party: Party,
    /// Why, in their words.
    pub reason: String,
}

impl Step for Withdraw {
    const TITLE: &'static str = "撤回申请";
    const ARTICLE: &'static str = "《民法典》第一千一百零四条";
    const ROLES: &'static [Role] = &[Role::Registrar];
    const IS_FINAL: bool = true;

    fn inputs(case: &Case, facts: &Facts) -> Listed {
        let applying = Party::ALL.into_iter().filter(|party| applies(case, *party, facts));
        Some(vec![ask::one_party(applying), Input::text("/reason", PAGE)])
    }
}

impl CaseStep for Withdraw {
    /// Until registration.
    fn gates(case: &Case, _facts: &Facts) -> Vec<Violation> {
        if case.stage.is_before_registration() { Vec::new() } else { vec![VOLUNTARY.broken()] }
    }

    /// Ends the case at the party's wish. A child is not a party that applies, so it cannot withdraw
    /// the application; it refuses its consent instead.
    fn decide(&self, case: &Case, facts: &Facts) -> Decision {
        let mut violations = Self::gates(case, facts);
        if !applies(case, self.party, facts) {
            violations.push(KNOWN.broken().at("party"));
        }
        violations.extend(input::text("reason", &self.reason, PAGE));
        one_unless(violations, || Event::Withdrawn {
            party: self.party,
            reason: self.reason.clone(),
        })
    }
}

/// Whether this party is one of those who apply.
fn applies(case: &Case, party: Party, facts: &Facts) -> bool {
    let places = case.placing_parties().any(|placing| placing == party);
    // In a procedure after the registration an adult adoptee is one of those who apply.
    let adoptee =
        party == Party::Child && case.procedure != Procedure::Formation && is_adult(case, facts);
    let adopts = case.adopter(party).is_some() && Some(party) != deceased(case);
    let guardian = party == Party::Guardian && case.acting_guardian().is_some();
    places || adoptee || adopts || guardian
}
