//! 同意: a party consents on paper.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::ask::{self, Listed};
use super::inquire::Inquire;
use super::{CaseStep, Decision, Step, one_unless};
use crate::access::Role;
use crate::base::rule::Violation;
use crate::case::{Case, Party, SigningManner};
use crate::event::Event;
use crate::facts::Facts;
use crate::law::hearing::NOT_TO_BE_ASKED;
use crate::procedures::persons_to_ask;

/// A party consents at the office.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct GiveConsent {
    /// Who.
    pub party: Party,
    /// How it is signed.
    pub signing: SigningManner,
}

impl Step for GiveConsent {
    const TITLE: &'static str = "征求同意";
    const ARTICLE: &'static str = "《民法典》第一千一百零四条";
    const ROLES: &'static [Role] = &[Role::Registrar];

    fn inputs(case: &Case, facts: &Facts) -> Listed {
        Some(vec![ask::one_party(persons_to_ask(case, facts))])
    }
}

impl CaseStep for GiveConsent {
    /// After acceptance.
    fn gates(case: &Case, facts: &Facts) -> Vec<Violation> {
        Inquire::gates(case, facts)
    }

    /// Records the consent. A later one replaces it, and must be signed anew.
    fn decide(&self, case: &Case, facts: &Facts) -> Decision {
        let mut violations = Self::gates(case, facts);
        if !persons_to_ask(case, facts).contains(&self.party) {
            violations.push(NOT_TO_BE_ASKED.broken().at("party"));
        }
        one_unless(violations, || Event::ConsentGiven { party: self.party, signing: self.signing })
    }
}
