//! 查阅: the archived volume is read on the spot.

use super::ask::{self, Choice, Input, Listed};
use super::{CaseStep, Decision, Step, one_unless, writing};
use crate::access::Role;
use crate::base::message::Message;
use crate::base::rule::Violation;
use crate::base::stage::Stage;
use crate::base::text::{LINE, PAGE};
use crate::base::words::word;
use crate::case::Case;
pub use crate::case::turns::Reading;
use crate::case::turns::ReadingGround;
use crate::event::Event;
use crate::facts::Facts;
use crate::law::archive::READ_ON_THE_SPOT;
use crate::law::input;
use crate::law::sequence::must_be_in;

impl Step for Reading {
    const TITLE: &'static str = "查阅档案";
    const ARTICLE: &'static str = "《收养登记档案管理暂行办法》第十条、第十一条";
    const ROLES: &'static [Role] = &[Role::Archivist];

    fn write_in_one_way(&mut self) {
        writing::name(&mut self.reader);
        self.approved_by.iter_mut().for_each(writing::name);
    }

    fn inputs(case: &Case, _: &Facts) -> Listed {
        let readers = readers_as_parties(case);
        let elsewhere = [ReadingGround::Authority, ReadingGround::Lawyer, ReadingGround::Other];
        let mut grounds = elsewhere.to_vec();
        if !readers.is_empty() {
            grounds.insert(0, ReadingGround::Party);
        }
        let ground = |ground: ReadingGround| {
            Choice::new(&ground, ask::title(ground.printed(), &word(&ground)))
        };
        let reader = |name: &str| Choice::new(&name, Message::new(name, name));
        Some(vec![
            Input::choice("/ground", grounds.into_iter().map(ground)),
            Input::choice("/reader", readers.into_iter().map(reader))
                .when("/ground", &[ReadingGround::Party]),
            Input::name("/reader").when("/ground", &elsewhere),
            Input::text("/identity_shown", LINE),
            Input::text("/purpose", PAGE),
            Input::name("/approved_by").when("/ground", &[ReadingGround::Other]),
        ])
    }
}

impl CaseStep for Reading {
    /// The volume is closed and on its shelf.
    fn gates(case: &Case, _facts: &Facts) -> Vec<Violation> {
        let mut violations = must_be_in(case, &[Stage::Archived, Stage::Closed]);
        if case.loans.iter().any(|loan| loan.returned.is_none()) {
            violations.push(READ_ON_THE_SPOT.broken());
        }
        violations
    }

    /// Hands the volume out.
    fn decide(&self, case: &Case, facts: &Facts) -> Decision {
        let mut violations = Self::gates(case, facts);
        violations.extend(input::name("reader", &self.reader));
        violations.extend(input::text("identity_shown", &self.identity_shown, LINE));
        violations.extend(input::text("purpose", &self.purpose, PAGE));
        match (&self.approved_by, self.ground) {
            (Some(leader), _) => violations.extend(input::name("approved_by", leader)),
            (None, ReadingGround::Other) => {
                violations.push(READ_ON_THE_SPOT.broken().at("approved_by"));
            }
            (None, _) => {}
        }
        if self.ground == ReadingGround::Party {
            violations.extend(reader_is_a_party(case, &self.reader));
        }
        let number = case.loans.iter().map(|loan| loan.number).max().unwrap_or(0) + 1;
        one_unless(violations, || Event::VolumeLent { number, reading: self.clone() })
    }
}

/// Who reads as a party; where secrecy was asked, the volume, which names both sides, is not for the
/// giving side (民法典 art. 1110).
fn readers_as_parties(case: &Case) -> Vec<&str> {
    let mut readers: Vec<&str> =
        case.adopters.iter().map(|adopter| adopter.name.as_str()).collect();
    readers.push(&case.child.name);
    readers.extend(case.child.new_name.as_deref());
    if !case.wishes.secrecy {
        readers.extend(case.placer.parties().into_iter().map(|placing| placing.name));
    }
    readers
}

/// Only the parties read as parties.
fn reader_is_a_party(case: &Case, reader: &str) -> Option<Violation> {
    let is_one = readers_as_parties(case).contains(&reader);
    (!is_one).then(|| READ_ON_THE_SPOT.broken().at("reader"))
}
