//! 查阅: the archived volume is read on the spot, and comes back complete.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Decision, one_unless};
use crate::base::rule::Violation;
use crate::base::stage::Stage;
use crate::case::Case;
use crate::case::turns::{Reading, ReadingGround};
use crate::event::Event;
use crate::facts::Facts;
use crate::law::archive::READ_ON_THE_SPOT;
use crate::law::input::{self, KNOWN, LINE, PAGE};
use crate::law::sequence::must_be_in;

/// The volume comes back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ReturnVolume {
    /// Whether every page was there.
    pub complete: bool,
    /// What was noticed; needed where it is not complete.
    #[serde(default)]
    pub remarks: Option<String>,
}

/// The volume is closed and on its shelf.
pub fn gates(case: &Case, _facts: &Facts) -> Vec<Violation> {
    let mut violations = must_be_in(case, &[Stage::Archived, Stage::Closed]);
    if case.loans.iter().any(|loan| loan.returned.is_none()) {
        violations.push(READ_ON_THE_SPOT.broken());
    }
    violations
}

/// Hands the volume out.
pub fn decide(case: &Case, command: &Reading, facts: &Facts) -> Decision {
    let mut violations = gates(case, facts);
    violations.extend(input::name("reader", &command.reader));
    violations.extend(input::text("identity_shown", &command.identity_shown, LINE));
    violations.extend(input::text("purpose", &command.purpose, PAGE));
    match (&command.approved_by, command.ground) {
        (Some(leader), _) => violations.extend(input::name("approved_by", leader)),
        (None, ReadingGround::Other) => {
            violations.push(READ_ON_THE_SPOT.broken().at("approved_by"));
        }
        (None, _) => {}
    }
    if command.ground == ReadingGround::Party {
        violations.extend(reader_is_a_party(case, &command.reader));
    }
    let number = case.loans.iter().map(|loan| loan.number).max().unwrap_or(0) + 1;
    one_unless(violations, || Event::VolumeLent { number, reading: command.clone() })
}

/// Only the parties read as parties; where secrecy was asked, the volume, which names both sides, is
/// not for the giving side (民法典 art. 1110).
fn reader_is_a_party(case: &Case, reader: &str) -> Option<Violation> {
    let adopts = case.adopters.iter().any(|adopter| adopter.name == reader);
    let child = case.child.name == reader || case.child.new_name.as_deref() == Some(reader);
    if adopts || child {
        return None;
    }
    let places = case.placer.parties().iter().any(|placing| placing.name == reader);
    let allowed = places && !case.wishes.secrecy;
    (!allowed).then(|| READ_ON_THE_SPOT.broken().at("reader"))
}

/// Some reading goes on.
pub fn return_gates(case: &Case, _facts: &Facts) -> Vec<Violation> {
    let mut violations = must_be_in(case, &[Stage::Archived, Stage::Closed]);
    if case.loans.iter().all(|loan| loan.returned.is_some()) {
        violations.push(KNOWN.broken());
    }
    violations
}

/// Takes the volume back.
pub fn decide_return(case: &Case, command: &ReturnVolume, facts: &Facts) -> Decision {
    let mut violations = return_gates(case, facts);
    match &command.remarks {
        Some(remarks) => violations.extend(input::text("remarks", remarks, PAGE)),
        None if !command.complete => violations.push(READ_ON_THE_SPOT.broken().at("remarks")),
        None => {}
    }
    let reading = case.loans.iter().find(|loan| loan.returned.is_none());
    one_unless(violations, || Event::VolumeReturned {
        number: reading.map_or(0, |loan| loan.number),
        complete: command.complete,
        remarks: command.remarks.clone(),
    })
}
