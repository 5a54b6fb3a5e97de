//! 撤销决定、收缴收养登记证、张贴: the leader decides on the investigation; the decision is made known.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::register_dissolution::why_not_taken_in;
use super::{Decision, one_unless};
use crate::base::document::DocumentKind;
use crate::base::rule::Violation;
use crate::base::stage::Stage;
use crate::case::Case;
use crate::case::later::TakenIn;
use crate::event::{Event, LaterEvent};
use crate::facts::Facts;
use crate::law::decision::is_another_person;
use crate::law::input::{self, PAGE};
use crate::law::later::{POSTED, TAKEN_BACK};
use crate::law::numbers::revocation_number;
use crate::law::sequence::must_be_in;
use crate::law::time::periods::last_day;
use crate::procedures::proposal_gates;

/// 撤销收养登记决定
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DecideRevocation {
    /// 认定的事实: in what the registration was obtained by fraud.
    pub findings: String,
}

/// 收缴收养登记证
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TakeInCertificate {
    /// What became of it.
    pub certificate: TakenIn,
}

/// 在公告栏张贴
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PostDecision {}

/// Proposed on evidence, and decided by another person.
pub fn gates(case: &Case, facts: &Facts) -> Vec<Violation> {
    let mut violations = must_be_in(case, &[Stage::Proposed]);
    violations.extend(proposal_gates(case, facts));
    violations.extend(is_another_person(case, facts));
    violations
}

/// Revokes: the adoption is void from the start.
pub fn decide(case: &Case, command: &DecideRevocation, facts: &Facts) -> Decision {
    let mut violations = gates(case, facts);
    violations.extend(input::text("findings", &command.findings, PAGE));
    one_unless(violations, || {
        Event::Later(LaterEvent::RevocationDecided {
            number: revocation_number(facts),
            findings: command.findings.clone(),
        })
    })
}

/// After the decision; once it was taken in, the matter is closed.
pub fn take_in_gates(case: &Case, _facts: &Facts) -> Vec<Violation> {
    let mut violations = must_be_in(case, &[Stage::Registered, Stage::Issued]);
    let taken_in = case.later.as_deref().and_then(|later| later.taken_in.as_ref());
    if taken_in == Some(&TakenIn::GivenIn) {
        violations.push(TAKEN_BACK.broken_because("已经收回", "it was taken in"));
    }
    violations
}

/// Records what became of the certificate. One that turns up later may still be taken in.
pub fn decide_take_in(case: &Case, command: &TakeInCertificate, facts: &Facts) -> Decision {
    let mut violations = take_in_gates(case, facts);
    violations.extend(why_not_taken_in(&command.certificate));
    one_unless(violations, || {
        Event::Later(LaterEvent::CertificateTakenIn { certificate: command.certificate.clone() })
    })
}

/// Decided, and the decision printed.
pub fn post_gates(case: &Case, facts: &Facts) -> Vec<Violation> {
    let mut violations = must_be_in(case, &[Stage::Registered]);
    if !facts.was_printed(DocumentKind::RevocationDecision) {
        violations.push(POSTED.broken_because("决定书尚未打印", "the decision was not printed"));
    }
    violations
}

/// Posts it; the days run from the next day.
pub fn decide_post(case: &Case, _command: &PostDecision, facts: &Facts) -> Decision {
    one_unless(post_gates(case, facts), || {
        let last_day = last_day(facts.today, facts.rules.posting_days, &facts.calendar);
        Event::Later(LaterEvent::DecisionPosted { last_day })
    })
}
