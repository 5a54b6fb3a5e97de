//! 询问: one person is asked separately; the record is printed, read and signed.

use super::ask::{self, Input, Listed};
use super::{CaseStep, Decision, Step, one_unless, writing};
use crate::access::Role;
use crate::base::rule::Violation;
use crate::base::text::{LINE, PAGE};
use crate::case::Case;
pub use crate::case::hearing::Inquire;
use crate::event::Event;
use crate::facts::Facts;
use crate::law::hearing::{NOT_TO_BE_ASKED, apart_from_others};
use crate::law::input::{self, BOUNDS};
use crate::law::sequence::{IN_REVIEW, must_be_in};
use crate::procedures::persons_to_ask;

impl Step for Inquire {
    const TITLE: &'static str = "询问";
    const ARTICLE: &'static str = "《收养登记工作规范》（分别询问）";
    const ROLES: &'static [Role] = &[Role::Registrar];

    fn write_in_one_way(&mut self) {
        writing::name(&mut self.recorder);
        self.companion.iter_mut().for_each(|companion| writing::name(&mut companion.name));
    }

    fn inputs(case: &Case, facts: &Facts) -> Listed {
        let busy = ask::asked_today(case, facts);
        Some(vec![
            ask::one_party(persons_to_ask(case, facts)),
            Input::time("/began_at", None, busy.clone()),
            Input::time("/ended_at", Some("/began_at"), busy),
            Input::text("/place", LINE),
            Input::name("/recorder"),
            Input::items("/answers", 1, 60),
            Input::text("/answers/-/question", LINE),
            Input::text("/answers/-/answer", PAGE),
        ])
    }
}

impl CaseStep for Inquire {
    /// After acceptance.
    fn gates(case: &Case, _facts: &Facts) -> Vec<Violation> {
        must_be_in(case, IN_REVIEW)
    }

    /// Records the inquiry. A later one of the same person replaces it, and must be signed anew.
    fn decide(&self, case: &Case, facts: &Facts) -> Decision {
        let mut violations = Self::gates(case, facts);
        if !persons_to_ask(case, facts).contains(&self.party) {
            violations.push(NOT_TO_BE_ASKED.broken().at("party"));
        }
        violations.extend(apart_from_others(case, self, facts));
        if self.ended_at <= self.began_at {
            violations.push(BOUNDS.broken().at("ended_at"));
        }
        violations.extend(input::text("place", &self.place, LINE));
        if let Some(companion) = &self.companion {
            violations.extend(input::name("companion.name", &companion.name));
            violations.extend(input::text("companion.relation", &companion.relation, LINE));
        }
        violations.extend(input::name("recorder", &self.recorder));
        if !(1..=60).contains(&self.answers.len()) {
            violations.push(BOUNDS.broken().at("answers"));
        }
        for (index, answer) in self.answers.iter().enumerate() {
            let at = |field: &str| format!("answers[{index}].{field}");
            violations.extend(input::text(&at("question"), &answer.question, LINE));
            violations.extend(input::text(&at("answer"), &answer.answer, PAGE));
        }
        one_unless(violations, || Event::InquiryHeld {
            party: self.party,
            began_at: self.began_at,
            ended_at: self.ended_at,
            place: self.place.clone(),
            companion: self.companion.clone(),
            recorder: self.recorder.clone(),
            answers: self.answers.clone(),
            signing: self.signing,
        })
    }
}
