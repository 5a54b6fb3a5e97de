//! The page of answers a family reads on its phone: where the case is, who acts next, by when at the
//! latest, what is still wanted from the family and why, what comes next, and whom to call.
//!
//! A page says nothing of the giving side, no opinion and no finding. It is made from what it names
//! and never by taking things out of the case, so what is new in a case stays hidden until somebody
//! decides to say it. The words of every stage, step and paper stand in [`words`].

mod afterwards;
mod asked;
mod history;
mod latest;
mod outcome;
pub(crate) mod page;
pub mod reading;
mod road;
mod say;
pub(crate) mod situation;
pub(crate) mod waits;
pub mod words;

use chrono::{Months, NaiveDate};

pub use page::{
    Asked, AskedState, Contact, FamilyPage, Latest, Line, Next, NextThing, Outcome, Reason, Remedy,
    Step, StepState, Visit, Who,
};

pub use say::Say;

use crate::base::stage::Stage;
use crate::case::{Case, Ending};
use crate::event::Entry;
use crate::facts::Facts;

/// How long after its end a case can still be opened with the code on the receipt: longer than the
/// longest term to bring a suit.
const READABLE_AFTER_END: Months = Months::new(12);

/// The page of answers of a case on the day of the facts.
pub fn page(case: &Case, entries: &[Entry], facts: &Facts, say: Say<'_>) -> FamilyPage {
    let situation = waits::of(case, facts);
    FamilyPage {
        number: case.number.clone(),
        today: facts.today,
        where_it_stands: say(words::stages::here(situation)),
        explained: words::stages::explained(situation, case, facts).into_iter().map(say).collect(),
        next: words::stages::next(situation, say),
        latest: latest::of(case, situation, facts, say),
        asked_of_you: asked::of(case, situation, say),
        received: asked::received(case, say),
        steps: road::of(case, situation, facts, say),
        timeline: history::of(entries, case, say),
        outcome: outcome::of(case, facts, say),
        afterwards: afterwards::next_things(case, situation, say),
        visits: afterwards::visits(case, facts, say),
        good_to_know: words::good_to_know(case).into_iter().map(say).collect(),
        contact: Contact {
            office: facts.office.name.clone(),
            telephone: facts.office.telephone.clone(),
            address: facts.office.address.clone(),
            officer: case.officer.name.clone(),
            sentence: say(words::call_us()),
        },
    }
}

/// What the case waits for on the day of the facts: the one thing a page tells first.
pub fn situation_of(case: &Case, facts: &Facts) -> situation::Situation {
    waits::of(case, facts)
}

/// The day by which something is due at the latest, where there is one.
pub fn latest_day(case: &Case, facts: &Facts) -> Option<NaiveDate> {
    latest::of(case, situation_of(case, facts), facts, &|message: crate::base::message::Message| {
        message.zh
    })
    .on
}

/// Whether the case can be opened by the family on this day: a year after its end no more.
pub fn is_open_to_family(case: &Case, entries: &[Entry], today: NaiveDate) -> bool {
    let ended = ended_on(case, entries);
    ended.and_then(|on| on.checked_add_months(READABLE_AFTER_END)).is_none_or(|last| today <= last)
}

/// The day after which nothing more happens in the case.
fn ended_on(case: &Case, entries: &[Entry]) -> Option<NaiveDate> {
    match &case.ending {
        Some(
            Ending::Refused { on, .. }
            | Ending::NotAccepted { on, .. }
            | Ending::Withdrawn { on, .. },
        ) => Some(*on),
        None if case.stage == Stage::Closed => entries.last().map(|entry| entry.on),
        None => None,
    }
}
