//! 委托: one spouse who cannot come empowers the other (登记办法 art. 5(2)); the mandate is drawn up here,
//! signed, and certified by the committee or a notary.

use super::ask::{self, Input, Listed};
use super::{CaseStep, Decision, Step, one_unless};
use crate::access::Role;
use crate::base::rule::Violation;
use crate::base::text::PAGE;
use crate::case::Case;
pub use crate::case::Mandate;
use crate::event::Event;
use crate::facts::Facts;
use crate::law::input::{self, KNOWN};
use crate::law::registration::MANDATE;
use crate::law::sequence::{IN_REVIEW, must_be_in};

impl Step for Mandate {
    const TITLE: &'static str = "拟制委托书";
    const ARTICLE: &'static str = "《中国公民收养子女登记办法》第五条第二款";
    const ROLES: &'static [Role] = &[Role::Registrar];

    fn inputs(case: &Case, _: &Facts) -> Listed {
        Some(vec![ask::one_adopter(case), Input::text("/reason", PAGE)])
    }
}

impl CaseStep for Mandate {
    /// In review, where spouses adopt.
    fn gates(case: &Case, _facts: &Facts) -> Vec<Violation> {
        let mut violations = must_be_in(case, IN_REVIEW);
        if case.adopters.len() != 2 {
            violations.push(MANDATE.broken());
        }
        violations
    }

    /// Draws the mandate up. A later one of the same spouse replaces it, and must be signed anew.
    fn decide(&self, case: &Case, facts: &Facts) -> Decision {
        let mut violations = Self::gates(case, facts);
        if case.adopter(self.party).is_none() {
            violations.push(KNOWN.broken().at("party"));
        }
        violations.extend(input::text("reason", &self.reason, PAGE));
        one_unless(violations, || Event::MandatePrepared { mandate: self.clone() })
    }
}
