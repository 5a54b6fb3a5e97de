//! 不予登记: the leader refuses with reasons; papers go back, false proofs are confiscated.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::ask::{self, Listed};
use super::{CaseStep, Decision, Step, one_unless};
use crate::access::Role;
use crate::base::rule::{Rule, Violation};
use crate::base::text::PAGE;
use crate::case::decision::RefusalReason;
use crate::case::{Case, Procedure};
use crate::event::Event;
use crate::facts::Facts;
use crate::law::adopter::{ABILITY, CHECKS, CHECKS_CLEAR, ILLNESS, RECORD};
use crate::law::assessment_review::no_open_review;
use crate::law::decision::{PAPERS_RETURNED, REASONS_FOR_REFUSAL};
use crate::law::documents_required::is_brought;
use crate::law::exemptions::is_exempt;
use crate::law::hearing::{CHILD_CONSENT, CONSENT};
use crate::law::input::{self, KNOWN};
use crate::law::later::{APPLICANT, FRAUD, PLACER_AGREES};
use crate::law::notice::NO_GOOD_CLAIM;
use crate::law::parts::rulebook;
use crate::law::placer::HARDSHIP;
use crate::law::sequence::{IN_REVIEW, must_be_in};
use crate::law::{adopter, child, jurisdiction, later, paper_rules, placer};
use crate::procedures::proposal_gates;

/// The refusal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Refuse {
    /// At least one, each with the rule not met.
    pub reasons: Vec<RefusalReason>,
    /// Numbers of the false proofs confiscated; every other paper of the parties goes back.
    #[serde(default)]
    pub papers_confiscated: Vec<u32>,
}

impl Step for Refuse {
    const TITLE: &'static str = "不予登记";
    const ARTICLE: &'static str = "《中国公民收养子女登记办法》第八条第一款、第十二条";
    const ROLES: &'static [Role] = &[Role::Leader];
    const IS_FINAL: bool = true;
    const LOOKS_AT_OTHER_CASES: bool = true;

    fn inputs(case: &Case, facts: &Facts) -> Listed {
        let rules = rulebook().into_iter().filter(|rule| rule.sequence.is_some());
        let unmet = unmet_by_the_parties(case, facts);
        Some(ask::reasons(rules.filter(|rule| holds(case, rule.id, &unmet))))
    }
}

impl CaseStep for Refuse {
    /// After acceptance; an application that was not accepted is declined instead.
    fn gates(case: &Case, _facts: &Facts) -> Vec<Violation> {
        let mut violations = must_be_in(case, IN_REVIEW);
        violations.extend(no_open_review(case));
        violations
    }

    /// Refuses.
    fn decide(&self, case: &Case, facts: &Facts) -> Decision {
        let mut violations = Self::gates(case, facts);
        if self.reasons.is_empty() {
            violations.push(REASONS_FOR_REFUSAL.broken().at("reasons"));
        }
        violations.extend(reasons_are_written_well(&self.reasons));
        violations.extend(reasons_hold(case, &self.reasons, facts));
        violations.extend(confiscated_exist(case, &self.papers_confiscated));
        one_unless(violations, || Event::Refused {
            reasons: self.reasons.clone(),
            papers_returned: papers_to_return(case, &self.papers_confiscated),
            papers_confiscated: self.papers_confiscated.clone(),
        })
    }
}

/// What the leader judges, beside the conditions that are plainly not met: ability, health, conduct,
/// hardship, free will.
const JUDGED: [&Rule; 6] = [&ABILITY, &ILLNESS, &RECORD, &CHECKS_CLEAR, &HARDSHIP, &CONSENT];

/// What the leader judges in a later procedure: free agreement, the fraud, the person who applies.
const JUDGED_LATER: [&Rule; 3] = [&PLACER_AGREES, &FRAUD, &APPLICANT];

fn judged(case: &Case) -> &'static [&'static Rule] {
    if case.procedure == Procedure::Formation { &JUDGED } else { &JUDGED_LATER }
}

/// Each reason is a condition that is not met now, or one that is the leader's to judge.
fn reasons_hold(case: &Case, reasons: &[RefusalReason], facts: &Facts) -> Vec<Violation> {
    let unmet = unmet_by_the_parties(case, facts);
    reasons
        .iter()
        .enumerate()
        .filter(|(_, reason)| !holds(case, &reason.rule, &unmet))
        .map(|(index, _)| {
            REASONS_FOR_REFUSAL
                .broken_because("不是本件不符合的条件", "it is not a condition that is not met")
                .at(format!("reasons[{index}].rule"))
        })
        .collect()
}

/// The conditions that are not met now and lie with the parties.
fn unmet_by_the_parties(case: &Case, facts: &Facts) -> Vec<Violation> {
    proposal_gates(case, facts).into_iter().filter(lies_with_the_parties).collect()
}

/// Whether a rule is a reason: it is not met, or it is the leader's to judge.
fn holds(case: &Case, rule: &str, unmet: &[Violation]) -> bool {
    unmet.iter().any(|violation| violation.rule.id == rule)
        || judged(case).iter().any(|known| known.id == rule && !is_exempt(case, known.id))
}

/// What the office has not done yet, a check, a notice, an assessment, an inquiry, is no reason.
fn lies_with_the_parties(violation: &Violation) -> bool {
    let of_parties = [
        jurisdiction::RULES,
        child::RULES,
        placer::RULES,
        adopter::RULES,
        paper_rules::RULES,
        later::RULES,
        &[&CONSENT, &CHILD_CONSENT, &NO_GOOD_CLAIM],
    ];
    let not_checked = violation.field.as_deref().is_some_and(|field| field.starts_with(CHECKS));
    let rule = violation.rule.id;
    !not_checked && of_parties.into_iter().flatten().any(|known| known.id == rule)
}

/// Each reason names a rule of law and says in what it is not met.
pub(super) fn reasons_are_written_well(reasons: &[RefusalReason]) -> Vec<Violation> {
    let rules = rulebook();
    let mut violations = Vec::new();
    for (index, reason) in reasons.iter().enumerate() {
        // A rule of form is no reason of law.
        if !rules.iter().any(|rule| rule.id == reason.rule && rule.sequence.is_some()) {
            violations.push(KNOWN.broken().at(format!("reasons[{index}].rule")));
        }
        let field = format!("reasons[{index}].explanation");
        violations.extend(input::text(&field, &reason.explanation, PAGE));
    }
    violations
}

/// Only papers that the parties brought are confiscated, each once.
pub(super) fn confiscated_exist(case: &Case, confiscated: &[u32]) -> Option<Violation> {
    let exists = |number: &u32| {
        case.papers.iter().any(|paper| paper.number == *number && is_brought(paper.slot.paper))
    };
    let mut numbers = confiscated.to_vec();
    numbers.sort_unstable();
    numbers.dedup();
    let each_once = numbers.len() == confiscated.len();
    (!each_once || !confiscated.iter().all(exists))
        .then(|| PAPERS_RETURNED.broken().at("papers_confiscated"))
}

/// Every paper that the parties brought, but the confiscated ones, goes back to those who brought it.
pub(super) fn papers_to_return(case: &Case, confiscated: &[u32]) -> Vec<u32> {
    case.papers
        .iter()
        .filter(|paper| is_brought(paper.slot.paper))
        .map(|paper| paper.number)
        .filter(|number| !confiscated.contains(number))
        .collect()
}
