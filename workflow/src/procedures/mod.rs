//! One file for each procedure, and in it its plan: which acts it has, which papers it needs, whom it
//! asks, and what must hold before it goes on.

pub mod dissolution;
pub mod formation;
pub mod late_entry;
pub mod papers;
mod plan;
pub mod proof;
pub mod replacement;
pub mod revocation;
pub mod suppliers;
pub mod volume;

use crate::base::act::Act;
use crate::base::calendar::Calendar;
use crate::base::ids::CaseId;
use crate::base::office_rules::OfficeRules;
use crate::base::rule::Violation;
use crate::base::stage::Stage;
use crate::case::{Case, Party, Procedure};
use crate::event::{Event, LaterEvent};
use crate::facts::Facts;
use crate::law::decision::approval_stands;
use crate::law::sequence::must_be_in;
use crate::law::time;
use crate::law::time::deadline::Deadline;
pub use plan::Plan;

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

/// The plan of a procedure.
pub fn plan(procedure: Procedure) -> &'static Plan {
    match procedure {
        Procedure::Formation => &formation::PLAN,
        Procedure::Dissolution => &dissolution::PLAN,
        Procedure::Revocation => &revocation::PLAN,
        Procedure::Replacement => &replacement::PLAN,
        Procedure::Proof => &proof::PLAN,
        Procedure::LateEntry => &late_entry::PLAN,
    }
}

/// Whether a procedure has an act at all, whatever the stage.
pub fn has(procedure: Procedure, act: Act) -> bool {
    OF_THE_FILE.contains(&act) || plan(procedure).acts.contains(&act)
}

/// What is asked of the office, as letters name it.
pub fn matter(case: &Case) -> &'static str {
    (plan(case.procedure).matter)(case)
}

/// Who takes part in the procedure, the child aside: all who adopt and place, of a dissolution those who
/// agree, of a replacement or a proof those who apply.
pub fn taking_part(case: &Case) -> Vec<Party> {
    (plan(case.procedure).taking_part)(case)
}

/// Whom to ask and whose consent to take, with the ages of the day of the act (SEQ-5).
pub fn persons_to_ask(case: &Case, facts: &Facts) -> Vec<Party> {
    (plan(case.procedure).persons_to_ask)(case, facts)
}

/// What must hold for a case to be accepted.
pub fn acceptance_gates(case: &Case, facts: &Facts) -> Vec<Violation> {
    (plan(case.procedure).acceptance)(case, facts)
}

/// Everything that must hold for a proposal; approval and registration test it again.
pub fn proposal_gates(case: &Case, facts: &Facts) -> Vec<Violation> {
    (plan(case.procedure).proposal)(case, facts)
}

/// What registers or issues anew needs: everything again, and an approval that nothing has voided.
pub fn registration_gates(case: &Case, facts: &Facts) -> Vec<Violation> {
    let mut violations = must_be_in(case, &[Stage::Approved]);
    violations.extend(proposal_gates(case, facts));
    violations.extend(approval_stands(case));
    violations
}

/// Every clock of a case.
pub fn deadlines(case: &Case, calendar: &Calendar, rules: &OfficeRules) -> Vec<Deadline> {
    time::deadlines::deadlines(case, plan(case.procedure).review_days, calendar, rules)
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
            paper: case.later.as_deref()?.request.replaced_paper()?,
            number: number.clone(),
            blank_serial: blank_serial.clone(),
        },
        LaterEvent::ProofIssued { number, .. } => LaterEvent::ProofGiven { number: number.clone() },
        LaterEvent::LaterApplicationFiled(_)
        | LaterEvent::CertificateTakenIn { .. }
        | LaterEvent::DecisionPosted { .. }
        | LaterEvent::LateEntryConfirmed { .. }
        | LaterEvent::AdoptionDissolved { .. }
        | LaterEvent::AdoptionRevoked { .. }
        | LaterEvent::EndRecorded { .. }
        | LaterEvent::AdoptersDied { .. }
        | LaterEvent::PaperReplaced { .. }
        | LaterEvent::ProofGiven { .. } => return None,
    };
    Some((adoption, Event::Later(left)))
}
