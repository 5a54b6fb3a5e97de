//! 登记办法 arts. 8, 12, 规范 arts. 9, 17, 48, 民法典 art. 1110: what else may happen to a case.

use super::History;
use super::papers::{stands, wanted};
use crate::base::document::DocumentKind;
use crate::case::change::Change;
use crate::case::{PaperKind, Party, Slot};
use crate::event::Event;

fn another_child(history: &History) -> bool {
    let Event::FactChanged { change: Change::Child { child }, .. } = &history.newest().event else {
        return false;
    };
    let earlier = history.earlier();
    let known = earlier.child();
    let of_parents = history.application().parents.is_some();
    let renumbered = known.resident_id.is_some() && child.resident_id != known.resident_id;
    child.entry_number != known.entry_number || of_parents && renumbered
}

fn change_not_shown(history: &History) -> bool {
    let changes = history.changes().count();
    let changes_now = matches!(history.newest().event, Event::FactChanged { .. });
    (changes_now || super::decides(history))
        && history.papers_of_case(PaperKind::ChangeEvidence) < changes
}

fn secrecy_or_notary_taken_back(history: &History) -> bool {
    let Event::WishesChanged { wishes, .. } = &history.newest().event else {
        return false;
    };
    let earlier = history.earlier();
    let asked = |holds: fn(&crate::case::Wishes) -> bool| {
        holds(&earlier.application().wishes)
            || earlier
                .has(|event| matches!(event, Event::WishesChanged { wishes, .. } if holds(wishes)))
    };
    asked(|wishes| wishes.secrecy) && !wishes.secrecy
        || asked(|wishes| wishes.notarisation) && !wishes.notarisation
}

/// A correction tells of something, of all of it, once, after everything brought was looked at.
fn not_told_at_once(history: &History) -> bool {
    let earlier = history.earlier();
    match &history.newest().event {
        Event::CorrectionRequested { missing, incorrect, .. } => {
            let waits = earlier.0.iter().any(|told| {
                matches!(told.event, Event::PaperFiled { number, .. } if !earlier.has(|event| {
                    matches!(event, Event::PaperVerified { number: seen, .. }
                        | Event::PaperRejected { number: seen, .. } if *seen == number)
                }))
            });
            let lacking = wanted(&earlier).into_iter().filter(|(_, slot)| !stands(&earlier, *slot));
            let again = earlier.0.iter().rev().find_map(|told| match &told.event {
                Event::CorrectionRequested { missing, incorrect, .. } => Some((missing, incorrect)),
                _ => None,
            });
            waits
                || missing.len() + incorrect.len() != lacking.count()
                || missing.is_empty() && incorrect.is_empty()
                || again == Some((missing, incorrect))
        }
        Event::ApplicationDeclined { decision } => {
            let told = earlier.has(|event| matches!(event, Event::CorrectionRequested { .. }));
            let of_papers = |rule: &str| rule.starts_with("REG-6") || rule.starts_with("SPEC-13");
            !told && decision.reasons.iter().any(|reason| of_papers(&reason.rule))
        }
        _ => false,
    }
}

/// Not accepted only for a reason, and one that the explored world has.
fn declined_without_reason(history: &History) -> bool {
    let Event::ApplicationDeclined { decision } = &history.newest().event else {
        return false;
    };
    let earlier = history.earlier();
    let lacks_a_paper = wanted(&earlier).into_iter().any(|(_, slot)| !stands(&earlier, slot));
    let of_papers = |rule: &str| rule.starts_with("REG-6") || rule.starts_with("SPEC-13");
    let holds = |rule: &str| match rule {
        "CC-1111" => {
            let others = &history.newest().world.other_cases;
            others.iter().any(|other| other.party == Party::Child && other.accepted_or_standing)
        }
        rule => of_papers(rule) && lacks_a_paper,
    };
    decision.reasons.is_empty() || !decision.reasons.iter().all(|reason| holds(&reason.rule))
}

/// Refused only for a reason: a condition the leader judges, or one that is not met.
fn refused_without_reason(history: &History) -> bool {
    let Event::Refused { reasons, .. } = &history.newest().event else {
        return false;
    };
    let judged = ["CC-1098.2", "CC-1098.3", "CC-1098.4", "REG-8.1.check", "CC-1094.3", "CC-1104"];
    reasons.is_empty() || !reasons.iter().all(|reason| judged.contains(&reason.rule.as_str()))
}

/// Every paper the parties brought goes back, but the false ones.
fn papers_kept(history: &History) -> bool {
    let (returned, confiscated) = match &history.newest().event {
        Event::Refused { papers_returned, papers_confiscated, .. } => {
            (papers_returned, papers_confiscated)
        }
        Event::ApplicationDeclined { decision } => {
            (&decision.papers_returned, &decision.papers_confiscated)
        }
        _ => return false,
    };
    let brought: Vec<u32> = history
        .0
        .iter()
        .filter_map(|told| match &told.event {
            Event::PaperFiled { number, slot, .. } if is_a_proof(*slot) => Some(*number),
            _ => None,
        })
        .collect();
    let back = |number: &u32| returned.contains(number) || confiscated.contains(number);
    let mut once = confiscated.clone();
    once.dedup();
    !brought.iter().all(back)
        || once.len() != confiscated.len()
        || confiscated.iter().any(|number| !brought.contains(number))
}

fn is_a_proof(slot: Slot) -> bool {
    matches!(
        slot.paper,
        PaperKind::HouseholdRegister
            | PaperKind::IdentityCard
            | PaperKind::MaritalAndAbilityProof
            | PaperKind::HealthCertificate
            | PaperKind::EntryRecord
            | PaperKind::MarriageProof
            | PaperKind::HardshipStatement
    )
}

/// Served is what was made, once on each, and the receipt shows it.
fn served_without_receipt(history: &History) -> bool {
    let Event::DocumentServed { service } = &history.newest().event else {
        return false;
    };
    let documents = &history.newest().world.documents;
    let made = documents.iter().any(|document| document.kind == service.document);
    let served = history.count(|event| matches!(event, Event::DocumentServed { .. }));
    let again = history.earlier().has(|event| {
        matches!(event, Event::DocumentServed { service: before }
            if (before.document, before.party) == (service.document, service.party))
    });
    let never = service.document == DocumentKind::Certificate;
    !made || again || never || history.papers_of_case(PaperKind::ServiceReceipt) < served
}

fn handed_to_nobody_fit(history: &History) -> bool {
    let Event::OfficerReplaced { officer, .. } = &history.newest().event else {
        return false;
    };
    let world = &history.newest().world;
    let known = world.officers.iter().find(|record| record.actor.id == officer.id);
    let assessed = history.has(|event| {
        matches!(event, Event::AssessorsAppointed { assessors }
            if assessors.iter().any(|assessor| assessor.user == officer.id))
    });
    let officers = history.earlier();
    let present = officers.0.iter().rev().find_map(|told| match &told.event {
        Event::OfficerReplaced { officer, .. } => Some(officer.id),
        Event::ApplicationFiled { .. } => Some(told.by.id),
        _ => None,
    });
    assessed
        || present == Some(officer.id)
        || !known.is_some_and(|record| record.is_active_registrar)
}

/// A mandate is between spouses.
fn mandate_of_no_spouse(history: &History) -> bool {
    matches!(history.newest().event, Event::MandatePrepared { .. }) && history.adopters().len() != 2
}

rows! {
    "SEQ-13", "民法典 1093", "another child is another case", another_child;
    "SEQ-13", "民法典 1098、1101、1104", "a change of fact is shown by a paper", change_not_shown;
    "SEQ-13", "民法典 1105(4)、1110", "secrecy and notarisation, once asked for, stay", secrecy_or_notary_taken_back;
    "SEQ-1", "一次性告知", "all that is to be corrected is told at once", not_told_at_once;
    "SEQ-9", "登记办法 8(1)；规范 17", "an application is turned away only for what it lacks", declined_without_reason;
    "SEQ-9", "登记办法 8(1)", "a registration is refused only for a condition of the law", refused_without_reason;
    "SEQ-9", "登记办法 12", "papers go back, false ones are kept", papers_kept;
    "SEQ-9", "送达回证", "what is served was made, and the receipt is filed", served_without_receipt;
    "SEQ-7", "规范 9", "a registrar who did not assess works the case", handed_to_nobody_fit;
    "SEQ-8", "登记办法 5(2)", "a mandate is between spouses", mandate_of_no_spouse;
}
