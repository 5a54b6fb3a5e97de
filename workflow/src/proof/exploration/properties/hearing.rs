//! 规范 art. 15, 民法典 art. 1104, 家庭教育促进法 art. 32: each is asked apart, agrees on paper, is guided.

use super::{History, decides};
use crate::case::change::Change;
use crate::case::{ChildKind, PaperKind, Party, Slot};
use crate::event::Event;

fn someone(history: &History, holds: impl Fn(Party) -> bool) -> bool {
    decides(history) && history.to_be_asked().into_iter().any(holds)
}

/// The newest change after which a person is asked and agrees anew.
fn anew(history: &History, party: Party, asks: bool) -> Option<usize> {
    history.changed(|change| match change {
        Change::Child { .. } => !asks || party == Party::Child,
        Change::Died { party: Party::Placer | Party::SecondPlacer } => {
            matches!(party, Party::Placer | Party::SecondPlacer)
        }
        Change::MaritalStatus { .. } => {
            let of_spouse =
                party == Party::Placer && history.application().kind == ChildKind::Stepchild;
            !asks && (history.is_adopter(party) || of_spouse)
        }
        _ => false,
    })
}

/// The inquiry of a person that stands.
pub fn asked(history: &History, whose: Party) -> Option<usize> {
    let held =
        history.last(|event| matches!(event, Event::InquiryHeld { party, .. } if *party == whose));
    held.filter(|place| Some(*place) > anew(history, whose, true))
}

/// The consent of a person that stands: given after the newest withdrawal.
pub fn agreed(history: &History, whose: Party) -> Option<usize> {
    let given =
        history.last(|event| matches!(event, Event::ConsentGiven { party, .. } if *party == whose));
    let taken_back = history
        .last(|event| matches!(event, Event::ConsentWithdrawn { party, .. } if *party == whose));
    given.filter(|place| Some(*place) > taken_back.max(anew(history, whose, false)))
}

/// The guidance of an adopter.
pub fn guided(history: &History, whose: Party) -> Option<usize> {
    history.last(|event| matches!(event, Event::GuidanceGiven(given) if given.party == whose))
}

/// An act of hearing with its signed paper.
pub fn on_paper(history: &History, done: Option<usize>, paper: PaperKind, party: Party) -> bool {
    done.is_some_and(|place| history.paper_stands(Slot::of(paper, party), Some(place)))
}

fn not_asked(history: &History) -> bool {
    someone(history, |party| asked(history, party).is_none())
}

fn record_not_signed(history: &History) -> bool {
    let signed = |party| on_paper(history, asked(history, party), PaperKind::InquiryRecord, party);
    someone(history, |party| !signed(party))
}

fn no_consent(history: &History) -> bool {
    let signed = |party| on_paper(history, agreed(history, party), PaperKind::ConsentForm, party);
    someone(history, |party| party != Party::Child && !signed(party))
}

fn child_does_not_consent(history: &History) -> bool {
    let signed = |party| on_paper(history, agreed(history, party), PaperKind::ConsentForm, party);
    someone(history, |party| party == Party::Child && !signed(party))
}

fn not_guided(history: &History) -> bool {
    let signed =
        |party| on_paper(history, guided(history, party), PaperKind::GuidanceRecord, party);
    decides(history) && history.adopters().into_iter().any(|(party, _)| !signed(party))
}

fn not_apart(history: &History) -> bool {
    let newest = history.newest();
    let Event::InquiryHeld { party, began_at, ended_at, place, .. } = &newest.event else {
        return false;
    };
    history.earlier().0.iter().any(|told| match &told.event {
        Event::InquiryHeld {
            party: other, began_at: began, ended_at: ended, place: there, ..
        } => {
            other != party
                && told.on == newest.on
                && (told.by.name == newest.by.name || there == place)
                && (began < ended_at && began_at < ended)
        }
        _ => false,
    })
}

fn asked_who_is_not_to_be(history: &History) -> bool {
    let (Event::InquiryHeld { party, .. } | Event::ConsentGiven { party, .. }) =
        &history.newest().event
    else {
        return false;
    };
    !history.to_be_asked().contains(party)
}

fn took_back_what_was_not_given(history: &History) -> bool {
    let Event::ConsentWithdrawn { party, .. } = &history.newest().event else {
        return false;
    };
    let earlier = history.earlier();
    let written = Slot::of(PaperKind::OtherParentConsent, *party);
    agreed(&earlier, *party).is_none() && !super::papers::stands(&earlier, written)
}

rows! {
    "SEQ-4", "规范 15", "each who must be was asked", not_asked;
    "SEQ-4", "规范 15", "the record of each inquiry is signed and filed", record_not_signed;
    "SEQ-4", "规范 15", "nobody hears two at the same time", not_apart;
    "SEQ-4", "民法典 1104；规范 15", "only those concerned are asked", asked_who_is_not_to_be;
    "SEQ-5", "民法典 1096、1097、1104", "adopters and those who place agree on paper", no_consent;
    "SEQ-5", "民法典 1104", "a child of eight agrees on paper", child_does_not_consent;
    "SEQ-5", "民法典 1104", "a consent is taken back by who gave it", took_back_what_was_not_given;
    "SEQ-6", "家庭教育促进法 32", "each adopter was guided, on paper", not_guided;
}
