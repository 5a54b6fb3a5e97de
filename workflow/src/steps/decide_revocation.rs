//! 撤销决定: the leader decides on the investigation.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::ask::{Input, Listed};
use super::{CaseStep, Decision, Step, one_unless};
use crate::access::Role;
use crate::base::rule::Violation;
use crate::base::stage::Stage;
use crate::base::text::PAGE;
use crate::case::{Case, Procedure};
use crate::event::{Event, LaterEvent};
use crate::facts::Facts;
use crate::law::decision::is_another_person;
use crate::law::input;
use crate::law::numbers::{Series, revocation_number};
use crate::law::sequence::must_be_in;
use crate::procedures::proposal_gates;

/// 撤销收养登记决定
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DecideRevocation {
    /// 认定的事实: in what the registration was obtained by fraud.
    pub findings: String,
}

impl Step for DecideRevocation {
    const TITLE: &'static str = "撤销决定";
    const ARTICLE: &'static str = "《民法典》第一千一百一十三条；《登记办法》第十三条";
    const ROLES: &'static [Role] = &[Role::Leader];
    const IS_FINAL: bool = true;
    const PRINTS_THE_WHOLE_CASE: bool = true;
    const ASKS_FACTOR: bool = true;

    fn series(_: Procedure) -> Option<Series> {
        Some(Series::Revocation)
    }

    fn inputs(_: &Case, _: &Facts) -> Listed {
        Some(vec![Input::text("/findings", PAGE)])
    }
}

impl CaseStep for DecideRevocation {
    /// Proposed on evidence, and decided by another person.
    fn gates(case: &Case, facts: &Facts) -> Vec<Violation> {
        let mut violations = must_be_in(case, &[Stage::Proposed]);
        violations.extend(proposal_gates(case, facts));
        violations.extend(is_another_person(case, facts));
        violations
    }

    /// Revokes: the adoption is void from the start.
    fn decide(&self, case: &Case, facts: &Facts) -> Decision {
        let mut violations = Self::gates(case, facts);
        violations.extend(input::text("findings", &self.findings, PAGE));
        one_unless(violations, || {
            Event::Later(LaterEvent::RevocationDecided {
                number: revocation_number(facts),
                findings: self.findings.clone(),
            })
        })
    }
}
