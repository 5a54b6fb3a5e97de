//! The papers of a case by its plan: which it needs, which it takes, which are missing or not in order.

use super::plan;
use crate::base::rule::Violation;
use crate::case::turns::IncorrectPaper;
use crate::case::{Case, PaperState, Slot};
use crate::law::correction::TOLD_AT_ONCE;
use crate::law::documents_required::RequiredPaper;

/// Every paper the parties bring for this case, those of the applicants first.
pub fn required_papers(case: &Case) -> Vec<RequiredPaper> {
    (plan(case.procedure).required_papers)(case)
}

/// Papers that are taken where somebody brings or signs them, and demanded of nobody.
pub fn welcome_papers(case: &Case) -> Vec<Slot> {
    (plan(case.procedure).welcome_papers)(case)
}

/// The required papers nobody has brought: neither waiting nor verified nor found not in order.
pub fn papers_missing(case: &Case) -> Vec<Slot> {
    let incorrect: Vec<Slot> = papers_incorrect(case).iter().map(|paper| paper.slot).collect();
    let required = required_papers(case).into_iter().map(|required| required.slot);
    required
        .filter(|slot| case.standing_papers(*slot).next().is_none() && !incorrect.contains(slot))
        .collect()
}

/// The papers found not in order whose slot no other paper fills: of each slot the newest.
pub fn papers_incorrect(case: &Case) -> Vec<IncorrectPaper> {
    let required = required_papers(case).into_iter().map(|required| required.slot);
    required
        .filter(|slot| case.standing_papers(*slot).next().is_none())
        .filter_map(|slot| newest_rejected(case, slot))
        .collect()
}

fn newest_rejected(case: &Case, slot: Slot) -> Option<IncorrectPaper> {
    let of_slot = case.papers.iter().rev().filter(|paper| paper.slot == slot);
    let newest = of_slot.into_iter().next()?;
    match &newest.state {
        PaperState::Rejected { reason, .. } => {
            Some(IncorrectPaper { number: newest.number, slot, reason: reason.clone() })
        }
        PaperState::Filed | PaperState::Verified { .. } | PaperState::Void => None,
    }
}

/// What must be so before a correction is asked for: every paper brought was looked at, something is
/// to be corrected, and it is not what was told before.
pub fn correction_gates(case: &Case) -> Vec<Violation> {
    let mut violations = Vec::new();
    if case.papers.iter().any(|paper| paper.state == PaperState::Filed) {
        violations
            .push(TOLD_AT_ONCE.broken_because("尚有材料未核对", "a paper was not looked at yet"));
    }
    let (missing, incorrect) = (papers_missing(case), papers_incorrect(case));
    if missing.is_empty() && incorrect.is_empty() {
        violations
            .push(TOLD_AT_ONCE.broken_because("没有需要补正的材料", "nothing is to be corrected"));
    }
    let told = case.corrections.last();
    if told.is_some_and(|told| told.missing == missing && told.incorrect == incorrect) {
        violations.push(TOLD_AT_ONCE.broken_because("已经告知", "it was told before"));
    }
    violations
}
