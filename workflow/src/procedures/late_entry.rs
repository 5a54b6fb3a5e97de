//! 补录: a registration made on paper before is entered by one person and compared with the volume by
//! another. It creates no relation and draws no certificate number.

use super::plan::Plan;
use crate::base::act::Act;
use crate::base::document::DocumentKind;
use crate::base::rule::Violation;
use crate::case::{Case, PaperKind};
use crate::facts::Facts;
use crate::law::child::is_in_no_other_adoption;
use crate::law::documents_required::{RequiredPaper, all_filled, of_case};
use crate::law::later::{CONFIRMED_BY_ANOTHER, NUMBER_ONCE, PAPER_SHOWS};
use crate::law::registration::BLANK_ONCE;

/// How a registration made on paper is entered. Nobody is asked, and nobody approves.
pub static PLAN: Plan = Plan {
    matter: |_| "收养登记补录",
    acts: &[Act::ConfirmLateEntry, Act::RecordEnd, Act::RecordAdoptersDeath],
    required_papers: |_| required_papers(),
    welcome_papers: |_| Vec::new(),
    taking_part: Case::sides,
    persons_to_ask: |_, _| Vec::new(),
    acceptance: conditions,
    proposal: conditions,
    review_days: None,
    approval_form: DocumentKind::ApprovalForm,
    documents_of_volume: |_| Vec::new(),
    volume: |_, _| Vec::new(),
};

/// The certificate and the volume, scanned.
pub fn required_papers() -> Vec<RequiredPaper> {
    let papers = [PaperKind::AdoptionCertificate, PaperKind::PaperVolume];
    papers.into_iter().map(|paper| of_case(paper, &PAPER_SHOWS)).collect()
}

/// What must hold for the entry to stand.
pub fn conditions(case: &Case, facts: &Facts) -> Vec<Violation> {
    let mut violations = all_filled(case, required_papers());
    violations.extend(is_in_no_other_adoption(Some(case), facts));
    if facts.certificate_number_used {
        violations.push(NUMBER_ONCE.broken().at("certificate_number"));
    }
    if facts.blank_serial_used {
        violations.push(BLANK_ONCE.broken().at("blank_serial"));
    }
    violations
}

/// Whoever entered it, worked it since, or compared one of its papers does not confirm it.
pub fn is_another_person(case: &Case, facts: &Facts) -> Option<Violation> {
    let actor = facts.actor.id;
    let worked = case.officer.id == actor || case.former_officers.contains(&actor);
    let compared = case.papers.iter().any(|paper| paper.verified_by == Some(actor));
    (worked || compared).then(|| CONFIRMED_BY_ANOTHER.broken())
}
