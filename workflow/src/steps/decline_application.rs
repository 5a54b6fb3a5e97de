//! 不予受理: the application is not accepted; the reasons are told and every paper goes back.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::accept::Accept;
use super::ask::{self, Listed};
use super::refuse::{confiscated_exist, papers_to_return, reasons_are_written_well};
use super::{CaseStep, Decision, Step, one_unless};
use crate::access::Role;
use crate::base::rule::Violation;
use crate::base::stage::Stage;
use crate::case::Case;
use crate::case::decision::{NotAccepted, RefusalReason};
use crate::event::Event;
use crate::facts::Facts;
use crate::law::adopter::CHECKS;
use crate::law::correction::{REASONS_FOR_NOT_ACCEPTING, TOLD_AT_ONCE};
use crate::law::documents_required::PAPERS;
use crate::law::sequence::must_be_in;

/// The application is not accepted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DeclineApplication {
    /// At least one, each a condition of acceptance that is not met now.
    pub reasons: Vec<RefusalReason>,
    /// Numbers of the false proofs confiscated; every other paper goes back.
    #[serde(default)]
    pub papers_confiscated: Vec<u32>,
}

impl Step for DeclineApplication {
    const TITLE: &'static str = "不予受理";
    const ARTICLE: &'static str =
        "《登记办法》第四条、第六条、第七条；《收养登记工作规范》（不予受理）";
    const ROLES: &'static [Role] = &[Role::Registrar];
    const IS_FINAL: bool = true;
    const LOOKS_AT_OTHER_CASES: bool = true;

    fn inputs(case: &Case, facts: &Facts) -> Listed {
        let unmet = Accept::gates(case, facts);
        let rules = unmet.iter().map(|violation| violation.rule);
        let mut rules: Vec<_> = rules
            .filter(|rule| {
                rule.sequence.is_some() && why_no_reason(case, rule.id, &unmet).is_none()
            })
            .collect();
        rules.dedup_by_key(|rule| rule.id);
        Some(ask::reasons(rules))
    }
}

impl CaseStep for DeclineApplication {
    /// Before acceptance, while a condition of it is not met.
    fn gates(case: &Case, facts: &Facts) -> Vec<Violation> {
        let mut violations = must_be_in(case, &[Stage::Applied]);
        if Accept::gates(case, facts).is_empty() {
            violations.push(
                REASONS_FOR_NOT_ACCEPTING
                    .broken_because("本件符合受理条件", "the application can be accepted"),
            );
        }
        violations
    }

    /// Declines. A missing paper is a reason only after the parties were told of everything missing, and
    /// a check that the office has not made is none.
    fn decide(&self, case: &Case, facts: &Facts) -> Decision {
        let mut violations = Self::gates(case, facts);
        if self.reasons.is_empty() {
            violations.push(REASONS_FOR_NOT_ACCEPTING.broken().at("reasons"));
        }
        violations.extend(reasons_are_written_well(&self.reasons));
        let unmet = Accept::gates(case, facts);
        for (index, reason) in self.reasons.iter().enumerate() {
            let field = format!("reasons[{index}].rule");
            violations
                .extend(why_no_reason(case, &reason.rule, &unmet).map(|broken| broken.at(field)));
        }
        violations.extend(confiscated_exist(case, &self.papers_confiscated));
        one_unless(violations, || Event::ApplicationDeclined {
            decision: NotAccepted {
                reasons: self.reasons.clone(),
                papers_returned: papers_to_return(case, &self.papers_confiscated),
                papers_confiscated: self.papers_confiscated.clone(),
            },
        })
    }
}

/// Why a rule is no reason now: it is met, the office has yet to check it, or the parties were not told of
/// the papers it asks for.
fn why_no_reason(case: &Case, rule: &str, unmet: &[Violation]) -> Option<Violation> {
    let begins = |violation: &Violation, with| {
        violation.field.as_deref().is_some_and(|field| field.starts_with(with))
    };
    let about = unmet.iter().filter(|violation| violation.rule.id == rule);
    let found: Vec<&Violation> = about.filter(|violation| !begins(violation, CHECKS)).collect();
    if found.is_empty() {
        return Some(REASONS_FOR_NOT_ACCEPTING.broken());
    }
    let papers_alone = found.iter().all(|broken| begins(broken, PAPERS));
    (case.corrections.is_empty() && papers_alone).then(|| TOLD_AT_ONCE.broken())
}
