//! A party asks for secrecy, an agreement or a notarisation after the application.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{CaseStep, Decision, Step, one_unless};
use crate::access::Role;
use crate::base::rule::Violation;
use crate::case::{Case, Party, Wishes};
use crate::event::Event;
use crate::facts::Facts;
use crate::law::correction::SECRECY_STAYS;
use crate::law::input::KNOWN;
use crate::law::paper_rules::NOTARISED;
use crate::law::sequence::{UNTIL_REGISTRATION, must_be_in};

/// What the parties ask for from now on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ChangeWishes {
    /// Which party asks.
    pub party: Party,
    /// All that is asked for now.
    pub wishes: Wishes,
}

impl Step for ChangeWishes {
    const TITLE: &'static str = "变更请求";
    const ARTICLE: &'static str = "《民法典》第一千一百零五条、第一千一百一十条";
    const ROLES: &'static [Role] = &[Role::Registrar];
}

impl CaseStep for ChangeWishes {
    /// Until registration.
    fn gates(case: &Case, _facts: &Facts) -> Vec<Violation> {
        must_be_in(case, UNTIL_REGISTRATION)
    }

    /// Records the wishes. Secrecy once asked for is not taken back, because the other side relied on it.
    fn decide(&self, case: &Case, facts: &Facts) -> Decision {
        let mut violations = Self::gates(case, facts);
        let adopts = case.adopter(self.party).is_some();
        if !adopts && !case.placing_parties().any(|party| party == self.party) {
            violations.push(KNOWN.broken().at("party"));
        }
        if case.wishes.secrecy && !self.wishes.secrecy {
            violations.push(SECRECY_STAYS.broken().at("wishes.secrecy"));
        }
        // Whoever asked for it may rely on it, and the act does not tell who asked first.
        if case.wishes.notarisation && !self.wishes.notarisation {
            violations.push(NOTARISED.broken().at("wishes.notarisation"));
        }
        if case.wishes == self.wishes {
            violations.push(KNOWN.broken_because("没有变化", "nothing changes").at("wishes"));
        }
        one_unless(violations, || Event::WishesChanged { party: self.party, wishes: self.wishes })
    }
}
