//! One file for each procedure: which acts it has, which papers it needs, whom it asks, and what must
//! hold before it goes on. Formation keeps the rules of `law/`; the others are told here.

pub mod dissolution;
pub mod formation;
pub mod late_entry;
pub mod proof;
pub mod replacement;
pub mod revocation;

#[cfg(test)]
pub(crate) mod tests;

use crate::base::act::Act;
use crate::base::ids::CaseId;
use crate::base::rule::Violation;
use crate::case::{Case, Party, Procedure};
use crate::event::{Event, LaterEvent};
use crate::facts::Facts;
use crate::law::documents_required::RequiredPaper;
use crate::law::kinds::NOT_OF_THIS_KIND;

/// Acts of every case with a file: papers come in, are looked at, and the volume is kept.
const OF_THE_FILE: [Act; 8] = [
    Act::FilePaper,
    Act::VerifyPaper,
    Act::RejectPaper,
    Act::RequestCorrection,
    Act::DeclineApplication,
    Act::ReplaceOfficer,
    Act::LendVolume,
    Act::ReturnVolume,
];

/// Whether a procedure has an act at all, whatever the stage.
pub fn has(procedure: Procedure, act: Act) -> bool {
    let own: &[Act] = match procedure {
        Procedure::Formation => return formation::has(act),
        Procedure::Dissolution => &dissolution::ACTS,
        Procedure::Revocation => &revocation::ACTS,
        Procedure::Replacement => &replacement::ACTS,
        Procedure::Proof => &proof::ACTS,
        Procedure::LateEntry => &late_entry::ACTS,
    };
    OF_THE_FILE.contains(&act) || own.contains(&act)
}

/// The refusal of an act that the procedure does not have (规范 art. 48).
pub fn lacks(case: &Case, act: Act) -> Option<Violation> {
    if act.opens_a_case() || has(case.procedure, act) {
        return None;
    }
    let procedure = case.procedure;
    Some(NOT_OF_THIS_KIND.broken_because(
        format!("{}程序没有{}", procedure.printed(), act.printed()),
        format!("{} has no {}", procedure.word(), act.word()),
    ))
}

/// The papers a later procedure needs; none for a formation, whose papers follow from its kind.
pub fn required_papers(case: &Case) -> Option<Vec<RequiredPaper>> {
    match case.procedure {
        Procedure::Formation => None,
        Procedure::Dissolution => Some(dissolution::required_papers(case)),
        Procedure::Revocation => Some(revocation::required_papers(case)),
        Procedure::Replacement => Some(replacement::required_papers(case)),
        Procedure::Proof => Some(proof::required_papers(case)),
        Procedure::LateEntry => Some(late_entry::required_papers()),
    }
}

/// Whom a later procedure asks; none for a formation.
pub fn persons_to_ask(case: &Case, facts: &Facts) -> Option<Vec<Party>> {
    match case.procedure {
        Procedure::Formation => None,
        Procedure::Dissolution => Some(dissolution::parties(case, facts)),
        Procedure::Revocation => Some(revocation::parties(case, facts)),
        Procedure::Replacement => Some(replacement::applicants(case)),
        Procedure::Proof | Procedure::LateEntry => Some(Vec::new()),
    }
}

/// What must hold for a later procedure to be accepted; none for a formation.
pub fn acceptance_gates(case: &Case, facts: &Facts) -> Option<Vec<Violation>> {
    match case.procedure {
        Procedure::Formation => None,
        Procedure::Dissolution => Some(dissolution::conditions(case, facts)),
        Procedure::Revocation => Some(revocation::conditions(case, facts)),
        Procedure::Replacement => Some(replacement::conditions(case, facts)),
        Procedure::Proof => Some(proof::conditions(case, facts)),
        Procedure::LateEntry => Some(late_entry::conditions(case, facts)),
    }
}

/// What must hold for a decision in a later procedure; none for a formation.
pub fn proposal_gates(case: &Case, facts: &Facts) -> Option<Vec<Violation>> {
    let mut violations = acceptance_gates(case, facts)?;
    match case.procedure {
        Procedure::Dissolution => violations.extend(dissolution::heard(case, facts)),
        Procedure::Replacement => violations.extend(replacement::heard(case)),
        _ => {}
    }
    Some(violations)
}

/// Whether the review of a procedure has a term: thirty days for formation (登记办法 art. 8) and
/// dissolution (art. 11); no national text sets one for the others.
pub fn has_review_term(procedure: Procedure) -> bool {
    matches!(procedure, Procedure::Formation | Procedure::Dissolution)
}

/// What an event of a later procedure leaves in the adoption's own case.
pub fn consequence(case: &Case, event: &Event) -> Option<(CaseId, Event)> {
    let Event::Later(event) = event else { return None };
    let adoption = case.later.as_ref()?.adoption.case?;
    let left = match event {
        LaterEvent::DissolutionRegistered { number, .. } => {
            LaterEvent::AdoptionDissolved { number: number.clone() }
        }
        LaterEvent::RevocationDecided { number, .. } => {
            LaterEvent::AdoptionRevoked { number: number.clone() }
        }
        LaterEvent::ReplacementIssued { number, blank_serial, .. } => LaterEvent::PaperReplaced {
            paper: replacement::paper(case)?,
            number: number.clone(),
            blank_serial: blank_serial.clone(),
        },
        LaterEvent::ProofIssued { number, .. } => LaterEvent::ProofGiven { number: number.clone() },
        _ => return None,
    };
    Some((adoption, Event::Later(left)))
}
