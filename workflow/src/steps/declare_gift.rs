//! 馈赠申报: who acts in a case says of themselves whether they took a gift from a party of it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::ask::Listed;
use super::{CaseStep, Decision, Step, one_unless};
use crate::access::Role;
use crate::base::rule::Violation;
use crate::case::Case;
use crate::case::turns::GiftAnswer;
use crate::event::Event;
use crate::facts::Facts;
use crate::law::sequence::{UNTIL_REGISTRATION, must_be_in};

/// The declaration, of whoever sends it and of nobody else.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DeclareGift {
    /// Whether a gift of a party was taken.
    pub declared: GiftAnswer,
}

impl Step for DeclareGift {
    const TITLE: &'static str = "馈赠申报";
    const ARTICLE: &'static str =
        "《公益事业捐赠法》第四条；《收养评估办法（试行）》第十二条（回避）";
    const ROLES: &'static [Role] = &[Role::Registrar, Role::Leader, Role::Assessor];

    fn inputs(_: &Case, _: &Facts) -> Listed {
        Some(Vec::new())
    }
}

impl CaseStep for DeclareGift {
    /// Until registration. No act waits for a declaration.
    fn gates(case: &Case, _facts: &Facts) -> Vec<Violation> {
        must_be_in(case, UNTIL_REGISTRATION)
    }

    /// Keeps what is declared. Whoever declared a gift has withdrawn, and takes it back no more.
    fn decide(&self, case: &Case, facts: &Facts) -> Decision {
        one_unless(Self::gates(case, facts), || Event::GiftDeclared { declared: self.declared })
    }
}
