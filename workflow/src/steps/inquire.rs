//! 询问: one person is asked separately; the record is printed, read and signed.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Decision, one_unless};
use crate::case::hearing::Answer;
use crate::case::{Case, Party, SigningManner};
use crate::event::Event;
use crate::facts::Facts;
use crate::law::hearing::{NOT_TO_BE_ASKED, persons_to_ask};
use crate::law::input::{self, BOUNDS, LINE, PAGE};
use crate::law::rule::Violation;
use crate::law::sequence::{IN_REVIEW, must_be_in};

/// One inquiry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Inquire {
    /// Who was asked.
    pub party: Party,
    /// Where.
    pub place: String,
    /// 记录人
    pub recorder: String,
    /// What was asked and answered.
    pub answers: Vec<Answer>,
    /// How the record came to the person's knowledge and is signed.
    pub signing: SigningManner,
}

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
    violations.extend(input::text("place", &command.place, LINE));
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
        place: command.place.clone(),
        recorder: command.recorder.clone(),
        answers: command.answers.clone(),
        signing: command.signing,
    })
}
