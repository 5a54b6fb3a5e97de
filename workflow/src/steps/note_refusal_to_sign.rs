//! 记录拒签: a party does not sign the statement that no gift was asked, offered or promised.

use super::ask::{self, Input, Listed};
use super::{CaseStep, Decision, Step, one_unless};
use crate::access::Role;
use crate::base::rule::Violation;
use crate::base::text::PAGE;
pub use crate::case::UnsignedStatement;
use crate::case::{Case, PaperKind, Slot};
use crate::event::Event;
use crate::facts::Facts;
use crate::law::input::{self, KNOWN};
use crate::law::sequence::{IN_REVIEW, must_be_in};

impl Step for UnsignedStatement {
    const TITLE: &'static str = "记录拒签";
    const ARTICLE: &'static str = "《公益事业捐赠法》第四条（自愿无偿）；无捐赠承诺声明书";
    const ROLES: &'static [Role] = &[Role::Registrar];

    fn inputs(case: &Case, facts: &Facts) -> Listed {
        let sides = case.adopting_parties().map(|(party, _)| party).chain(case.placing_parties());
        let unsigned = sides
            .filter(|party| !case.is_filled(Slot::of(PaperKind::NoDonationDeclaration, *party)));
        let printed_on =
            case.acceptance.as_ref().map_or(case.applied_on, |acceptance| acceptance.on);
        Some(vec![
            ask::one_party(unsigned),
            Input::day("/refused_on", Some(printed_on), facts.today),
            Input::text("/said", PAGE),
        ])
    }
}

impl CaseStep for UnsignedStatement {
    /// From acceptance, when the statements are printed, until registration.
    fn gates(case: &Case, _facts: &Facts) -> Vec<Violation> {
        must_be_in(case, IN_REVIEW)
    }

    /// Keeps who did not sign, when, and what they said. Nothing follows from it for the party.
    fn decide(&self, case: &Case, facts: &Facts) -> Decision {
        let mut violations = Self::gates(case, facts);
        let adopts = case.adopter(self.party).is_some();
        if !adopts && !case.placing_parties().any(|party| party == self.party) {
            violations.push(KNOWN.broken().at("party"));
        }
        if case.is_filled(Slot::of(PaperKind::NoDonationDeclaration, self.party)) {
            let signed =
                KNOWN.broken_because("声明书已签署存卷", "the signed statement is in the file");
            violations.push(signed.at("party"));
        }
        let printed_on =
            case.acceptance.as_ref().map_or(case.applied_on, |acceptance| acceptance.on);
        violations.extend(input::happened("refused_on", self.refused_on, printed_on, facts));
        violations.extend(input::text("said", &self.said, PAGE));
        one_unless(violations, || Event::SigningRefused(self.clone()))
    }
}
