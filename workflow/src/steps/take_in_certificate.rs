//! 收缴收养登记证: what became of the certificate of a revoked registration.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::ask::{self, Listed};
use super::register_dissolution::why_not_taken_in;
use super::{CaseStep, Decision, Step, one_unless};
use crate::access::Role;
use crate::base::rule::Violation;
use crate::base::stage::Stage;
use crate::case::Case;
use crate::case::later::TakenIn;
use crate::event::{Event, LaterEvent};
use crate::facts::Facts;
use crate::law::later::TAKEN_BACK;
use crate::law::sequence::must_be_in;

/// 收缴收养登记证
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TakeInCertificate {
    /// What became of it.
    pub certificate: TakenIn,
}

impl Step for TakeInCertificate {
    const TITLE: &'static str = "收缴收养登记证";
    const ARTICLE: &'static str = "《中国公民收养子女登记办法》第十三条";
    const ROLES: &'static [Role] = &[Role::Registrar];
    const IS_FINAL: bool = true;

    fn inputs(_: &Case, _: &Facts) -> Listed {
        Some(vec![ask::why_not_taken_in()])
    }
}

impl CaseStep for TakeInCertificate {
    /// After the decision; once it was taken in, the matter is closed.
    fn gates(case: &Case, _facts: &Facts) -> Vec<Violation> {
        let mut violations = must_be_in(case, &[Stage::Registered, Stage::Issued]);
        let taken_in = case.later.as_deref().and_then(|later| later.taken_in.as_ref());
        if taken_in == Some(&TakenIn::GivenIn) {
            violations.push(TAKEN_BACK.broken_because("已经收回", "it was taken in"));
        }
        violations
    }

    /// Records what became of the certificate. One that turns up later may still be taken in.
    fn decide(&self, case: &Case, facts: &Facts) -> Decision {
        let mut violations = Self::gates(case, facts);
        violations.extend(why_not_taken_in(&self.certificate));
        one_unless(violations, || {
            Event::Later(LaterEvent::CertificateTakenIn { certificate: self.certificate.clone() })
        })
    }
}
