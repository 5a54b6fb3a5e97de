//! What the steps ask to be given: the choices that several of them have in common.

use serde_json::json;

use crate::base::inputs::{Attending, Busy};
pub(super) use crate::base::inputs::{Choice, Input};
use crate::base::message::Message;
use crate::base::text::{LINE, PAGE};
use crate::base::words::word;
use crate::case::{Case, FiledPaper, Party, Slot};
use crate::facts::Facts;
use crate::law::registration::{documents_to_show, may_be_represented};
use crate::law::time::periods::nth_day;

/// What an act takes of which everything it may be given can be listed.
pub(super) type Listed = Option<Vec<Input>>;

/// A party by its name.
pub(super) fn party(party: Party) -> Choice {
    Choice::new(&party, party_title(party))
}

/// Which party: one of these.
pub(super) fn one_party(parties: impl IntoIterator<Item = Party>) -> Input {
    Input::choice("/party", parties.into_iter().map(party))
}

/// Which adopter.
pub(super) fn one_adopter(case: &Case) -> Input {
    one_party(case.adopting_parties().map(|(party, _)| party))
}

/// What a word is called, as far as it has no name of its own in English.
pub(crate) fn title(printed: &str, word: &str) -> Message {
    Message::new(printed, word.replace('_', " "))
}

fn party_title(party: Party) -> Message {
    title(party.printed(), party.word())
}

/// The place of a paper by its name.
pub(super) fn slot(slot: Slot) -> Choice {
    Choice::new(&slot, slot_title(slot))
}

/// A filed paper by its number.
pub(super) fn paper(paper: &FiledPaper) -> Choice {
    let number = paper.number;
    let title = slot_title(paper.slot);
    Choice::new(&number, title.after(&format!("第{number}号："), &format!("no. {number}: ")))
}

/// What a slot is called, with whose it is.
pub(crate) fn slot_title(slot: Slot) -> Message {
    let paper = title(slot.paper.printed(), slot.paper.word());
    match slot.party.map(party_title) {
        Some(whose) => paper.after(&format!("{}的", whose.zh), &format!("{}: ", whose.en)),
        None => paper,
    }
}

/// A claim or an incident by its number.
pub(super) fn numbered(number: u32, what: &str) -> Choice {
    Choice::new(&number, Message::new(format!("第{number}号"), format!("{what} {number}")))
}

/// Everybody of a list in person; a spouse may be represented where a mandate is in order.
pub(super) fn attendance(case: &Case, parties: &[Party]) -> Input {
    Input::attendance(
        parties
            .iter()
            .map(|party| Attending {
                party: party.word().to_owned(),
                title: party_title(*party),
                shown: documents_to_show(case, *party).iter().map(word).collect(),
                by_spouse: may_be_represented(case, *party),
            })
            .collect(),
    )
}

/// Reasons, each a rule not met with what is not met of it.
pub(super) fn reasons<'a>(
    rules: impl IntoIterator<Item = &'a crate::base::rule::Rule>,
) -> Vec<Input> {
    let choice = |rule: &crate::base::rule::Rule| {
        Choice::new(&json!({ "rule": rule.id }), Message::new(rule.zh, rule.en))
    };
    vec![
        Input::list("/reasons", 1, rules.into_iter().map(choice)),
        Input::text("/reasons/-/explanation", PAGE),
    ]
}

/// A report of harm below a field, wanted where another value is one of these.
pub(super) fn harm_report(
    field: &str,
    when: &str,
    is: &[impl serde::Serialize],
    facts: &Facts,
) -> [Input; 3] {
    [
        Input::text(&format!("{field}/recipient"), LINE),
        Input::moment(&format!("{field}/reported_at"), facts.today),
        Input::text(&format!("{field}/number"), LINE),
    ]
    .map(|input| input.when(when, is))
}

/// Why a certificate was not taken in, where it was not.
pub(super) fn why_not_taken_in() -> Input {
    Input::text("/certificate/reason", PAGE).when("/certificate/state", &["not_taken_in"])
}

/// The stretches of today in which others were asked.
pub(super) fn asked_today(case: &Case, facts: &Facts) -> Vec<Busy> {
    let today = case.inquiries.iter().filter(|inquiry| inquiry.on == facts.today);
    today.map(|held| Busy { began_at: held.began_at, ended_at: held.ended_at }).collect()
}

/// The day after so many full days.
pub(super) fn after_days(started_on: chrono::NaiveDate, days: u32) -> chrono::NaiveDate {
    nth_day(started_on, days + 1)
}
