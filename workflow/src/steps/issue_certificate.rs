//! 颁证: the certificate is printed, handed over, and signed for by each party.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::ask::{Input, Listed};
use super::{CaseStep, Decision, Step, one_unless};
use crate::access::Role;
use crate::base::rule::Violation;
use crate::base::stage::Stage;
use crate::base::text::LINE;
use crate::case::Case;
use crate::event::Event;
use crate::facts::Facts;
use crate::law::input;
use crate::law::later::certificate_is_due;
use crate::law::registration::{SAME_DAY, certificate_printed};
use crate::law::sequence::must_be_in;

/// The issue of the certificate.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct IssueCertificate {
    /// Why it is not the day of registration, where it is not.
    #[serde(default)]
    pub late_reason: Option<String>,
}

impl Step for IssueCertificate {
    const TITLE: &'static str = "颁证";
    const ARTICLE: &'static str = "《收养登记工作规范》（颁证）";
    const ROLES: &'static [Role] = &[Role::Registrar];
    const IS_FINAL: bool = true;
    const LOOKS_AT_DOCUMENTS: bool = true;

    fn inputs(case: &Case, facts: &Facts) -> Listed {
        let late = is_late(case, facts);
        Some(late.then(|| Input::text("/late_reason", LINE)).into_iter().collect())
    }
}

impl CaseStep for IssueCertificate {
    /// Registered, the adoption stands still, and the certificate printed.
    fn gates(case: &Case, facts: &Facts) -> Vec<Violation> {
        let mut violations = must_be_in(case, &[Stage::Registered]);
        violations.extend(certificate_is_due(case));
        violations.extend(certificate_printed(case, facts));
        violations
    }

    /// Issues it; on a later day than registration only with a reason.
    fn decide(&self, case: &Case, facts: &Facts) -> Decision {
        let mut violations = Self::gates(case, facts);
        let late = is_late(case, facts);
        if late && self.late_reason.is_none() {
            violations.push(SAME_DAY.broken().at("late_reason"));
        }
        if let Some(reason) = &self.late_reason {
            violations.extend(input::text("late_reason", reason, LINE));
        }
        one_unless(violations, || Event::CertificateIssued {
            late_reason: self.late_reason.clone().filter(|_| late),
        })
    }
}

/// Whether the day of registration, or of the dissolution, is over.
fn is_late(case: &Case, facts: &Facts) -> bool {
    let dissolved = case.later.as_deref().and_then(|later| later.outcome.as_ref());
    let registered = case.registration.as_ref().map(|registration| registration.on);
    let since = registered.or(dissolved.map(|outcome| outcome.on));
    since.is_some_and(|since| since < facts.today)
}
