//! An adoption that ended elsewhere: dissolved or found void by a court, dissolved by another office, or
//! left without adopters. What is recorded of it rests on the paper of whoever ended it.

use super::decision::OTHER_PERSON;
use super::documents_required::missing;
use super::later::STANDS;
use super::sequence::must_be_in;
use crate::base::rule::{Violation, rules};
use crate::base::stage::Stage;
use crate::case::{Case, PaperKind, Slot};
use crate::facts::Facts;

rules! {
    /// An end is recorded on its paper.
    END_SHOWN = "CC-1114.shown", Some("SEQ-16"),
        "《民法典》第一千一百一十三条、第一千一百一十四条第二款、第一千一百一十五条、第一千一百一十六条",
        "Civil Code arts. 1113, 1114(2), 1115, 1116", Derived,
        "须有人民法院的生效法律文书，或者其他登记机关的解除收养关系证明",
        "a court's judgment in force, or another office's proof of dissolution, must be filed";
    /// A dissolution of this office goes through its own procedure.
    NOT_OF_THIS_OFFICE = "REG-10.elsewhere", Some("SEQ-17"),
        "《中国公民收养子女登记办法》第十条、第十一条", "Registration Measures arts. 10, 11", Derived,
        "本机关办理的解除须经解除程序登记，不能直接记录",
        "a dissolution of this office is registered by its procedure, not recorded";
    /// The death of each adopter is shown.
    DEATHS_SHOWN = "CC-1093.1.shown", Some("SEQ-16"),
        "《民法典》第一千零九十三条第一项", "Civil Code art. 1093(1)", Derived,
        "须有每一位收养人的死亡证明", "the death of each adopter must be shown";
}

/// A registered adoption, from the registration on.
const REGISTERED: [Stage; 4] = [Stage::Registered, Stage::Issued, Stage::Archived, Stage::Closed];

/// Where the papers of an end are filed, once the adoption is registered.
pub fn slots_of_an_end(case: &Case) -> Vec<Slot> {
    if !case.procedure.is_of_the_adoption() || case.registration.is_none() {
        return Vec::new();
    }
    std::iter::once(Slot::of_case(PaperKind::EndPaper)).chain(death_proofs(case)).collect()
}

/// The proof of death of each adopter.
pub fn death_proofs(case: &Case) -> impl Iterator<Item = Slot> {
    case.adopting_parties().map(|(party, _)| Slot::of(PaperKind::AdopterDeathProof, party))
}

/// Whether what a paper shows was recorded, so that the paper stays as it is.
pub fn is_recorded(case: &Case, paper: PaperKind) -> bool {
    match paper {
        PaperKind::EndPaper => !case.aftermath.standing.stands(),
        PaperKind::AdopterDeathProof => case.aftermath.adopters_died.is_some(),
        _ => false,
    }
}

/// An end is recorded of a registered adoption that stands, by another person than looked at the paper.
pub fn may_be_recorded(case: &Case, facts: &Facts) -> Vec<Violation> {
    let mut violations = must_be_in(case, &REGISTERED);
    violations.extend((!case.aftermath.standing.stands()).then(|| STANDS.broken()));
    let compared = case.papers.iter().any(|paper| {
        matches!(paper.slot.paper, PaperKind::EndPaper | PaperKind::AdopterDeathProof)
            && paper.verified_by == Some(facts.actor.id)
    });
    violations.extend(compared.then(|| {
        OTHER_PERSON.broken_because(
            "核验文书的人不能记录",
            "who found the paper in order does not record it",
        )
    }));
    violations
}

/// The paper of the end is filed and in order.
pub fn end_is_shown(case: &Case) -> Option<Violation> {
    let slot = Slot::of_case(PaperKind::EndPaper);
    (!case.is_filled(slot)).then(|| missing(&END_SHOWN, slot))
}

/// The death of each adopter is filed and in order.
pub fn deaths_are_shown(case: &Case) -> Vec<Violation> {
    let unfilled = death_proofs(case).filter(|slot| !case.is_filled(*slot));
    unfilled.map(|slot| missing(&DEATHS_SHOWN, slot)).collect()
}
