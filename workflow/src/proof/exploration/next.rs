//! What a worklist says is next, against the gates of that act: in every state it can be done.

use std::collections::BTreeSet;
use std::rc::Rc;

use super::people::Who;
use crate::case::Case;
use crate::decide::gates;
use crate::facts::Facts;
use crate::next::{WaitsFor, next, why};

/// What stands in the way of the act that is said to be next, and in the way of saying why.
pub fn misled(case: &Case, world: &Rc<Facts>) -> Vec<String> {
    let next = next(case, &world.calendar, &world.rules);
    assert!(why(next.why).is_some(), "nobody can say why: {}", next.why);
    let Some(act) = next.act else {
        // A condition that no act makes up for is told by its rule.
        let says_why = next.waits_for == WaitsFor::Nobody || next.why.contains('-');
        assert!(says_why, "no act, and {} is no rule", next.why);
        return Vec::new();
    };
    if next.ready_on.is_some_and(|ready_on| world.today < ready_on) {
        return Vec::new();
    }
    let mut facts = world.as_ref().clone();
    facts.actor = Who::Registrar.actor();
    let violations = gates(case, act, &facts).into_iter();
    violations.map(|violation| format!("{}: {}", act.word(), violation.rule.id)).collect()
}

/// What only the world outside the case shows, or only the day on which somebody looks.
const OUTSIDE: &[&str] = &[
    // Who brings a paper may have gifts to declare first.
    "file_paper: DN-D8",
    // Which office it is, and what the adoption's own case says.
    "accept: REG-10",
    "accept: REG-4.1",
    "accept: REG-4.2",
    "accept: REG-4.3",
    "accept: REG-4.3.guardian",
    "accept: REG-4.4",
    "accept: REG-4.4.kin",
    "accept: REG-4.gap",
    "accept: SPEC-C1.2",
    // Who acts.
    "approve: SPEC-16.person",
    "close_incident: DN-D8",
    "confirm_late_entry: HOUSE-LATE.person",
    "decide_revocation: SPEC-16.person",
    // What the press has made, and what was printed.
    "archive: ARCH-6",
    "issue_certificate: SPEC-19.print",
    "post_decision: SPEC-R1.posted",
    // Other cases, and days that have passed since the newest event.
    "propose: CC-1098.1",
    "register: CC-1104.child",
    "register: SPEC-15",
    "register_dissolution: CC-1115",
];

/// Fails where something was in the way that the case shows.
pub fn expect_nothing_the_case_shows(misled: &BTreeSet<&String>) {
    let shown: Vec<_> = misled.iter().filter(|found| !OUTSIDE.contains(&found.as_str())).collect();
    assert!(shown.is_empty(), "what is said to be next cannot be done: {shown:#?}");
}
