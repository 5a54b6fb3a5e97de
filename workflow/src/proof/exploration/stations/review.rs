//! What may follow a report by points: told, objected to, looked at anew by others.

use crate::case::Party;
use crate::case::assessment::after::{ReviewOutcome, ToldHow};
use crate::command::Command;
use crate::proof::exploration::people::Who;
use crate::proof::exploration::road::{Station, by, turns};
use crate::proof::exploration::walk::Walk;
use crate::proof::testing::user;
use crate::steps::appoint_assessors::{AppointAssessors, AssessorToAppoint};
use crate::steps::appoint_reviewers::AppointReviewers;
use crate::steps::decide_review::DecideReview;
use crate::steps::request_review::RequestReview;
use crate::steps::tell_result::TellResult;

const PARTY: Party = Party::FirstAdopter;

fn tell(walk: &mut Walk) {
    let (told_on, words) = (walk.state.world.today, "评估合格".into());
    let told = TellResult { party: PARTY, told_on, how: ToldHow::InPerson, words };
    walk.act(Who::Registrar, Command::TellResult(told));
}

fn object(walk: &mut Walk) {
    let (requested_on, grounds) = (walk.state.world.today, "与实际不符".into());
    let request = RequestReview { party: PARTY, requested_on, grounds };
    walk.act(Who::Registrar, Command::RequestReview(request));
}

fn people(numbers: [u128; 2]) -> Vec<AssessorToAppoint> {
    let person = |number| AssessorToAppoint {
        user: user(number, "").id,
        statement_of_no_interest: "已签署".into(),
    };
    numbers.map(person).into()
}

fn review(walk: &mut Walk, numbers: [u128; 2]) {
    let assessors = people(numbers);
    walk.act(Who::Registrar, Command::AppointReviewers(AppointReviewers { assessors }));
}

fn decide(walk: &mut Walk, outcome: ReviewOutcome) {
    let decision = DecideReview { outcome, reasons: "重新走访核对".into() };
    walk.act(Who::Reviewer, Command::DecideReview(decision));
}

/// The turns after a filed report.
pub fn after_the_report() -> Station {
    turns(
        "after the report",
        vec![
            by("objected to before it was told", object),
            by("objected to too late", |walk| {
                tell(walk);
                walk.days(40);
                object(walk);
            }),
            by("reviewed by who assessed", |walk| {
                tell(walk);
                object(walk);
                review(walk, [12, 14]);
            }),
            by("a review left open", |walk| {
                tell(walk);
                object(walk);
            }),
            by("upheld", |walk| {
                tell(walk);
                object(walk);
                review(walk, [14, 21]);
                decide(walk, ReviewOutcome::Upheld);
            }),
            by("set aside, and assessed by the same", |walk| {
                tell(walk);
                object(walk);
                review(walk, [14, 21]);
                decide(walk, ReviewOutcome::SetAside);
                let assessors = people([11, 14]);
                walk.act(Who::Registrar, Command::AppointAssessors(AppointAssessors { assessors }));
            }),
        ],
    )
}
