//! A party asks for secrecy, an agreement or a notarisation after the application.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::ask::{self, Choice, Input, Listed};
use super::{CaseStep, Decision, Step, one_unless};
use crate::access::Role;
use crate::base::message::Message;
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

    fn inputs(case: &Case, _: &Facts) -> Listed {
        let sides = case.adopting_parties().map(|(party, _)| party).chain(case.placing_parties());
        let both = [false, true];
        let all = both.into_iter().flat_map(|secrecy| {
            both.into_iter().flat_map(move |agreement| {
                both.map(|notarisation| Wishes { secrecy, agreement, notarisation })
            })
        });
        let known = case.wishes;
        let possible = all.filter(|wishes| {
            *wishes != known
                && (wishes.secrecy || !known.secrecy)
                && (wishes.notarisation || !known.notarisation)
        });
        let choice = |wishes: Wishes| {
            let said = |wished, zh, en| if wished { (zh, en) } else { ("", "") };
            let parts = [
                said(wishes.secrecy, "保密 ", "secrecy "),
                said(wishes.agreement, "协议 ", "agreement "),
                said(wishes.notarisation, "公证", "notarisation"),
            ];
            let (zh, en): (String, String) = parts.into_iter().unzip();
            Choice::new(&wishes, Message::new(zh.trim(), en.trim()))
        };
        Some(vec![ask::one_party(sides), Input::choice("/wishes", possible.map(choice))])
    }
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
