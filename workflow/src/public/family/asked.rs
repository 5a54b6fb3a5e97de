//! What is wanted from the family now, and what of theirs is in order.

use std::collections::BTreeSet;

use super::page::{Asked, AskedState};
use super::say::{Say, article_of, is_familys_paper};
use super::situation::Situation;
use super::words::papers::{self, Deed, Wanted};
use crate::access::secrecy::{Side, identifying, without_secrets};
use crate::base::message::Message;
use crate::base::rule::Rule;
use crate::base::stage::Stage;
use crate::case::{Case, PaperKind, PaperState, Party, Slot};
use crate::law::documents_required::RequiredPaper;
use crate::law::{assessment, hearing, registration};
use crate::procedures::papers::required_papers;

/// Everything wanted now: papers first, then what the family does in person. While the case is halted
/// nothing is wanted.
pub(super) fn of(case: &Case, situation: Situation, say: Say<'_>) -> Vec<Asked> {
    let mut asked: Vec<Asked> = Vec::new();
    if matches!(situation, Situation::Halted | Situation::CannotGoOn) {
        return asked;
    }
    if case.stage.is_before_registration() {
        let mut open = familys_papers(case);
        open.retain(|required| !case.is_filled(required.slot));
        open.extend(mandates(case));
        asked.extend(open.iter().map(|required| paper(case, required, say)));
    }
    asked.extend(deeds(case).into_iter().map(|(deed, party)| Asked {
        article: article_of(rule_of(deed), say),
        ..thing(case, &papers::deed(deed), Some(party), say)
    }));
    asked
}

/// The papers of the family that are in order.
pub(super) fn received(case: &Case, say: Say<'_>) -> Vec<String> {
    let filled = familys_papers(case).into_iter().filter(|required| case.is_filled(required.slot));
    filled
        .map(|required| {
            let what = say(papers::of(required.slot.paper).what);
            match whose(case, required.slot.party) {
                Some(name) => {
                    say(Message::new(format!("{name}：{what}"), format!("{name}: {what}")))
                }
                None => what,
            }
        })
        .collect()
}

/// Whether a paper of the family must be brought.
pub(super) fn papers_wanted(case: &Case) -> bool {
    let is_to_bring = |state| matches!(state, AskedState::Wanted | AskedState::BringAgain);
    let mut required = familys_papers(case).into_iter();
    required.any(|required| state(case, required.slot).is_some_and(|(state, _)| is_to_bring(state)))
}

/// Whether an adopter must still come for the talk, the consent or the advice.
pub(super) fn hearing_wanted(case: &Case) -> bool {
    deeds(case).iter().any(|(deed, _)| matches!(deed, Deed::Talk | Deed::Consent | Deed::Guidance))
}

/// What the law asks of the family.
fn familys_papers(case: &Case) -> Vec<RequiredPaper> {
    let mut required = required_papers(case);
    required.retain(|required| is_familys_paper(case, required.slot));
    required
}

/// The mandates of spouses who cannot come, until they are in order.
fn mandates(case: &Case) -> Vec<RequiredPaper> {
    let slots =
        case.mandates.iter().map(|mandate| Slot::of(PaperKind::SpouseMandate, mandate.party));
    let open: BTreeSet<Slot> = slots.filter(|slot| !case.is_filled(*slot)).collect();
    open.into_iter().map(|slot| RequiredPaper { slot, rule: &registration::MANDATE }).collect()
}

fn whose(case: &Case, party: Option<Party>) -> Option<String> {
    party.and_then(|party| case.adopter(party)).map(|adopter| adopter.name.clone())
}

fn thing(case: &Case, wanted: &Wanted, party: Option<Party>, say: Say<'_>) -> Asked {
    Asked {
        what: say(wanted.what.clone()),
        whose: whose(case, party),
        how: say(wanted.how.clone()),
        why: say(wanted.why.clone()),
        article: String::new(),
        state: AskedState::Wanted,
        state_sentence: say(words_of(AskedState::Wanted)),
        reason: None,
    }
}

fn paper(case: &Case, required: &RequiredPaper, say: Say<'_>) -> Asked {
    let (state, reason) = state(case, required.slot).unwrap_or((AskedState::Wanted, None));
    Asked {
        article: article_of(required.rule, say),
        state,
        state_sentence: say(words_of(state)),
        reason,
        ..thing(case, &papers::of(required.slot.paper), required.slot.party, say)
    }
}

/// How a slot of the family stands; nothing where it is filled.
fn state(case: &Case, slot: Slot) -> Option<(AskedState, Option<String>)> {
    if case.is_filled(slot) {
        return None;
    }
    if case.standing_papers(slot).next().is_some() {
        return Some((AskedState::BeingChecked, None));
    }
    let newest = case.papers.iter().rev().find(|paper| paper.slot == slot);
    Some(match newest.map(|paper| &paper.state) {
        Some(PaperState::Rejected { reason, .. }) => {
            let reason = without_secrets(reason, &identifying(case, Side::Placing));
            (AskedState::BringAgain, Some(reason))
        }
        Some(PaperState::Void) => (AskedState::BringAgain, None),
        _ => (AskedState::Wanted, None),
    })
}

fn words_of(state: AskedState) -> Message {
    match state {
        AskedState::Wanted => Message::new("还没有收到。", "We do not have it yet."),
        AskedState::BringAgain => Message::new(
            "上次的不能用，请重新交。",
            "The last one is no longer good; bring it again.",
        ),
        AskedState::BeingChecked => Message::new(
            "收到了，正在核对，您不用管。",
            "We have it and are looking at it; nothing to do.",
        ),
    }
}

/// What each adopter does in person now.
fn deeds(case: &Case) -> Vec<(Deed, Party)> {
    let mut all = Vec::new();
    for (party, _) in case.adopting_parties() {
        match case.stage {
            Stage::Accepted => all.extend(deeds_of_review(case, party)),
            Stage::Approved if !case.is_filled(Slot::of(PaperKind::SpouseMandate, party)) => {
                all.push((Deed::Register, party));
            }
            Stage::Registered => all.push((Deed::TakeCertificate, party)),
            _ => {}
        }
    }
    all
}

/// An act whose signed paper the office has yet to file is done as far as the family goes.
fn deeds_of_review(case: &Case, party: Party) -> Vec<(Deed, Party)> {
    let told = case.assessment.notified_on.is_some();
    let agreed = case.assessment.consents.iter().any(|consent| consent.party == party);
    let mut all = Vec::new();
    if told && !agreed {
        all.push((Deed::ConsentToAssessment, party));
    }
    if !case.inquiries.iter().any(|inquiry| inquiry.party == party) {
        all.push((Deed::Talk, party));
    }
    if !case.consents.iter().any(|consent| consent.party == party) {
        all.push((Deed::Consent, party));
    }
    if !case.guidance.iter().any(|guidance| guidance.party == party) {
        all.push((Deed::Guidance, party));
    }
    all
}

/// What asks for the deed.
fn rule_of(deed: Deed) -> &'static Rule {
    match deed {
        Deed::ConsentToAssessment => &assessment::CONSENTED,
        Deed::Talk => &hearing::ASKED,
        Deed::Consent => &hearing::CONSENT,
        Deed::Guidance => &hearing::GUIDED,
        Deed::Register => &registration::IN_PERSON,
        Deed::TakeCertificate => &crate::law::archive::RECEIPT_SIGNED,
    }
}
