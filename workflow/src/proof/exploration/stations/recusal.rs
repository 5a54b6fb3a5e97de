//! A tie declared, and somebody asked to withdraw, while an assessment by points goes on.

use crate::case::Party;
use crate::command::Command;
use crate::proof::exploration::people::Who;
use crate::proof::exploration::road::{Station, by, turns};
use crate::proof::exploration::walk::Walk;
use crate::proof::testing::reviewed::{conflict, declare_conflict};
use crate::proof::testing::user;
use crate::steps::appoint_assessors::{AppointAssessors, AssessorToAppoint};
use crate::steps::decide_recusal::DecideRecusal;
use crate::steps::request_recusal::RequestRecusal;

fn ask(walk: &mut Walk, number: u128) {
    let request = RequestRecusal {
        party: Party::FirstAdopter,
        assessor: user(number, "").id,
        requested_on: walk.state.world.today,
        conflict: conflict(),
    };
    walk.act(Who::Registrar, Command::RequestRecusal(request));
}

fn decide(walk: &mut Walk, who: Who, recused: bool) {
    let decision = DecideRecusal { recused, reasons: "经核实".into() };
    walk.act(who, Command::DecideRecusal(1, decision));
}

fn appoint(walk: &mut Walk, numbers: [u128; 2]) {
    let assessors = numbers.map(|number| AssessorToAppoint {
        user: user(number, "").id,
        statement_of_no_interest: "已签署".into(),
    });
    let appointed = AppointAssessors { assessors: assessors.into() };
    walk.act(Who::Registrar, Command::AppointAssessors(appointed));
}

/// The turns before the report.
pub fn before_the_report() -> Station {
    turns(
        "turns: withdrawal",
        vec![
            by("a tie of who does not assess", |walk| {
                walk.act(Who::Reviewer, declare_conflict());
            }),
            by("asked of who does not assess", |walk| ask(walk, 14)),
            by("asked and left open", |walk| ask(walk, 12)),
            by("asked and decided by the same", |walk| {
                ask(walk, 12);
                decide(walk, Who::AssessingLeader, false);
            }),
            by("asked and turned down", |walk| {
                ask(walk, 12);
                decide(walk, Who::Leader, false);
            }),
            by("withdrawn, and appointed again", |walk| {
                walk.act(Who::Assessor, declare_conflict());
                appoint(walk, [11, 14]);
            }),
            by("recused, and others appointed", |walk| {
                ask(walk, 12);
                decide(walk, Who::Leader, true);
                appoint(walk, [11, 14]);
            }),
        ],
    )
}
