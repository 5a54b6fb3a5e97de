//! 询问: one person is asked separately; the record is printed, read and signed.

use super::{Decision, one_unless};
use crate::base::rule::Violation;
use crate::case::Case;
pub use crate::case::hearing::Inquire;
use crate::event::Event;
use crate::facts::Facts;
use crate::law::hearing::{NOT_TO_BE_ASKED, apart_from_others};
use crate::law::input::{self, BOUNDS, LINE, PAGE};
use crate::law::sequence::{IN_REVIEW, must_be_in};
use crate::procedures::persons_to_ask;

/// After acceptance.
pub fn gates(case: &Case, _facts: &Facts) -> Vec<Violation> {
    must_be_in(case, IN_REVIEW)
}

/// Records the inquiry. A later one of the same person replaces it, and must be signed anew.
pub fn decide(case: &Case, command: &Inquire, facts: &Facts) -> Decision {
    let mut violations = gates(case, facts);
    if !persons_to_ask(case, facts).contains(&command.party) {
        violations.push(NOT_TO_BE_ASKED.broken().at("party"));
    }
    violations.extend(apart_from_others(case, command, facts));
    if command.ended_at <= command.began_at {
        violations.push(BOUNDS.broken().at("ended_at"));
    }
    violations.extend(input::text("place", &command.place, LINE));
    if let Some(companion) = &command.companion {
        violations.extend(input::name("companion.name", &companion.name));
        violations.extend(input::text("companion.relation", &companion.relation, LINE));
    }
    violations.extend(input::name("recorder", &command.recorder));
    if !(1..=60).contains(&command.answers.len()) {
        violations.push(BOUNDS.broken().at("answers"));
    }
    for (index, answer) in command.answers.iter().enumerate() {
        let at = |field: &str| format!("answers[{index}].{field}");
        violations.extend(input::text(&at("question"), &answer.question, LINE));
        violations.extend(input::text(&at("answer"), &answer.answer, PAGE));
    }
    one_unless(violations, || Event::InquiryHeld {
        party: command.party,
        began_at: command.began_at,
        ended_at: command.ended_at,
        place: command.place.clone(),
        companion: command.companion.clone(),
        recorder: command.recorder.clone(),
        answers: command.answers.clone(),
        signing: command.signing,
    })
}
