//! 回避: who has a tie withdraws, who is asked to waits for the leader, and others are appointed.

use crate::access::Role;
use crate::access::visible::{CaseView, visible};
use crate::case::Party;
use crate::case::assessment::after::ReviewOutcome;
use crate::command::Command;
use crate::proof::testing::reviewed::{BODY, declare_conflict, file_evidence, request_recusal};
use crate::proof::testing::{Story, propose, user};
use crate::rights::{Access, Action, Relation, may};
use crate::steps::appoint_assessors::{AppointAssessors, AssessorToAppoint};
use crate::steps::appoint_reviewers::AppointReviewers;
use crate::steps::ask_supplement::AskSupplement;
use crate::steps::decide_recusal::DecideRecusal;
use crate::steps::decide_review::DecideReview;
use crate::steps::log_integration::LogIntegration;

fn people(numbers: [u128; 2]) -> Vec<AssessorToAppoint> {
    let person = |number| AssessorToAppoint {
        user: user(number, "").id,
        statement_of_no_interest: "已签署存卷".into(),
    };
    numbers.map(person).into()
}

fn appointing(numbers: [u128; 2]) -> Command {
    Command::AppointAssessors(AppointAssessors { assessors: people(numbers) })
}

fn deciding(recused: bool) -> Command {
    Command::DecideRecusal(1, DecideRecusal { recused, reasons: "经核实".into() })
}

fn logging(story: &Story) -> Command {
    let on = story.facts.today;
    Command::LogIntegration(LogIntegration { on, what: "孩子入睡平稳".into() })
}

#[test]
fn who_declares_a_tie_knows_the_case_no_more_and_the_work_waits_for_others() {
    let mut story = Story::scored();
    story.assessor(11).must(declare_conflict());
    assert!(!Relation::of(&story.case, user(11, "").id).is_assigned);
    assert!(Relation::of(&story.case, user(12, "").id).is_assigned);
    let entry = logging(&story);
    assert_eq!(story.assessor(12).refused(entry), ["EVAL-6"]);
    assert_eq!(story.registrar().refused(appointing([11, 14])), ["EVAL-12.withdrawn"]);
    story.must(appointing([12, 14]));
    let entry = logging(&story);
    story.assessor(12).must(entry);
}

#[test]
fn a_request_bars_until_the_leader_has_decided_it() {
    let mut story = Story::scored();
    story.registrar().must(request_recusal(12));
    assert!(story.refused(propose()).contains(&"EVAL-12.pending"));
    story.leader().must(deciding(false));
    assert!(!story.registrar().refused(propose()).contains(&"EVAL-12.pending"));
    assert!(story.case.is_assessor(user(12, "").id), "turned down, they go on");
    story.reported();
    assert!(story.case.report_is_filed());
}

#[test]
fn a_signed_report_of_somebody_who_had_to_withdraw_stands_no_more() {
    let mut story = Story::scored();
    story.registrar().must(request_recusal(12));
    story.leader().must(deciding(true));
    assert!(!story.case.is_assessor(user(12, "").id));
    assert!(story.case.assessment.report.is_none());
    assert!(story.registrar().refused(propose()).contains(&"EVAL-6"));
}

#[test]
fn whoever_was_replaced_meanwhile_settles_the_request() {
    let mut story = Story::scored();
    story.registrar().must(request_recusal(12)).must(appointing([11, 14]));
    assert_eq!(story.leader().refused(deciding(true)), ["INPUT-KNOWN"]);
    assert!(!story.registrar().refused(propose()).contains(&"EVAL-12.pending"));
}

#[test]
fn of_two_who_review_one_withdraws_and_the_other_does_not_decide_alone() {
    let mut story = Story::scored();
    story.reported();
    let party = Party::SecondAdopter;
    let (told, objection) = (story.telling(party), story.objecting(party));
    story.must(told).must(objection);
    let reviewers = |numbers| AppointReviewers { assessors: people(numbers) };
    story.must(Command::AppointReviewers(reviewers([14, 15])));
    story.by(user(14, "评估十四"), Role::Assessor);
    story.must(declare_conflict());
    assert!(story.case.report_is_filed(), "the report is others' work and stands");
    story.by(user(15, "评估十五"), Role::Assessor);
    let reasons = "重新走访核对".to_owned();
    let decision = DecideReview { outcome: ReviewOutcome::Upheld, reasons };
    assert_eq!(story.refused(Command::DecideReview(decision)), ["EVAL-6"]);
}

#[test]
fn assessors_read_nothing_of_ties_and_the_files_of_evidence_are_not_for_visitors() {
    let story = Story::recused();
    let role = [Role::Assessor].into();
    let CaseView::Assessment(view) = visible(&story.case, &role, user(12, "").id) else {
        panic!("an assessor sees the assessment");
    };
    assert!(view.assessment.withdrawals.is_empty() && view.assessment.recusals.is_empty());
    let scored = view.assessment.scored.expect("scored");
    assert_eq!(scored.files.iter().map(|file| file.piece).collect::<Vec<_>>(), [1]);
    let visited = Relation { is_registered: true, ..Relation::of(&story.case, user(6, "").id) };
    let visitor = may(&[Role::Visitor].into(), visited, Action::ReadAssessment);
    assert_eq!(visitor, Access::Forbidden);
    let gone = Relation::of(&story.case, user(11, "").id);
    assert_eq!(may(&[Role::Assessor].into(), gone, Action::ReadAssessment), Access::Hidden);
}

#[test]
fn a_file_shows_a_piece_once_and_a_piece_that_is_there() {
    let mut story = Story::scored();
    story.photographed(1, "ab");
    assert_eq!(story.refused(file_evidence(1, "ab")), ["SPEC-15.scan"]);
    assert_eq!(story.refused(file_evidence(999, "cd")), ["INPUT-KNOWN"]);
    story.photographed(2, "ab").reported();
    assert!(story.assessor(11).refused(file_evidence(1, "cd")).contains(&"EVAL-9.4.basis"));
}

#[test]
fn sheets_are_compared_once_all_are_sent_with_the_levels_between() {
    use crate::indicator::{Part, Points};
    use crate::law::comparison::compared;
    let mut story = Story::to_be_scored(crate::proof::testing::application());
    story.worked().scores(11, Part::Capability, &[]);
    let comparison = |story: &Story| compared(&story.case, Part::Capability);
    let before = comparison(&story);
    assert!(!before.all_sent && before.items.is_empty());
    story.scores(12, Part::Capability, &[("A5.1", 4)]);
    let after = comparison(&story);
    assert!(after.all_sent);
    let differing: Vec<_> = after.items.iter().filter(|item| item.must_settle).collect();
    assert_eq!(differing.len(), 1);
    let points: Vec<_> = differing[0].marks.iter().map(|mark| mark.points).collect();
    assert_eq!(differing[0].item, "A5.1");
    assert_eq!(points, [Some(Points::whole(6)), Some(Points::whole(2))]);
    assert_eq!(differing[0].levels_apart, Some(2));
    assert!(differing[0].needs_reason && differing[0].settled.is_none());
}

#[test]
fn the_report_of_a_body_counts_once_its_code_and_seal_were_read_on_the_scan_that_stands() {
    let mut story = Story::of_a_body();
    assert!(story.refused(propose()).contains(&"EVAL-9.4.seal"));
    let confirmed = story.confirming(Some(BODY));
    story.must(confirmed);
    assert!(!story.refused(propose()).contains(&"EVAL-9.4.seal"));
    assert!(story.case.report_is_filed(), "to read it changes nothing in it");
    let earlier = story.confirming(Some(BODY));
    let what = "请补充说明照料安排".into();
    story.leader().must(Command::AskSupplement(AskSupplement { what }));
    story.reported();
    assert!(story.refused(propose()).contains(&"EVAL-9.4.seal"), "another report, another look");
    assert_eq!(story.refused(earlier), ["EVAL-9.4.version"]);
}

#[test]
fn the_report_of_the_own_team_needs_no_seal_and_bears_none() {
    let mut story = Story::scored();
    story.reported();
    assert!(!story.refused(propose()).contains(&"EVAL-9.4.seal"));
    let sealed = story.confirming(Some(BODY));
    assert_eq!(story.refused(sealed), ["INPUT-KNOWN"]);
}
