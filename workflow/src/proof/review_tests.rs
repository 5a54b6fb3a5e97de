//! After a report by points: a supplement, the result told, a review by others.

use crate::access::Role;
use crate::access::visible::{CaseView, visible};
use crate::case::Party;
use crate::case::assessment::after::ReviewOutcome;
use crate::command::Command;
use crate::proof::testing::{Story, propose, user};
use crate::rights::Relation;
use crate::steps::appoint_assessors::{AppointAssessors, AssessorToAppoint};
use crate::steps::ask_supplement::AskSupplement;

fn told_and_objected() -> Story {
    let mut story = Story::scored();
    story.reported();
    let party = Party::SecondAdopter;
    let (told, objection) = (story.telling(party), story.objecting(party));
    story.must(told).must(objection);
    story
}

fn is_assigned(story: &Story, number: u128) -> bool {
    Relation::of(&story.case, user(number, "").id).is_assigned
}

#[test]
fn a_supplement_voids_the_signed_report_and_the_assessors_are_at_work_again() {
    let mut story = Story::scored();
    story.reported();
    assert!(!is_assigned(&story, 11), "the task ended with the signed report");
    let what = "请补充说明照料安排".into();
    story.leader().must(Command::AskSupplement(AskSupplement { what }));
    assert!(story.case.assessment.report.is_none());
    assert!(is_assigned(&story, 11));
    story.registrar();
    assert!(story.refused(propose()).contains(&"EVAL-9.4"));
    story.reported();
    assert!(story.case.report_is_filed());
}

#[test]
fn a_review_bars_the_proposal_until_others_have_decided_it() {
    let mut story = told_and_objected();
    assert!(story.refused(propose()).contains(&"EVAL-10.review"));
    story.reviewed(ReviewOutcome::Upheld);
    assert!(!story.refused(propose()).contains(&"EVAL-10.review"));
    assert!(story.case.report_is_filed(), "what is upheld stands");
}

#[test]
fn who_reviews_reads_the_assessment_until_it_is_decided_and_nothing_else() {
    let mut story = told_and_objected();
    assert!(!is_assigned(&story, 14));
    story.reviewed(ReviewOutcome::Upheld);
    assert!(!is_assigned(&story, 14), "then nothing");
    let mut waiting = told_and_objected();
    let assessors = [14, 15].map(|number| AssessorToAppoint {
        user: user(number, "").id,
        statement_of_no_interest: "已签署存卷".into(),
    });
    let appointed =
        crate::steps::appoint_reviewers::AppointReviewers { assessors: assessors.into() };
    waiting.must(Command::AppointReviewers(appointed));
    assert!(is_assigned(&waiting, 14));
    let view = visible(&waiting.case, &[Role::Assessor].into(), user(14, "").id);
    assert!(matches!(view, CaseView::Assessment(_)));
}

#[test]
fn what_is_set_aside_is_assessed_anew_by_others() {
    let mut story = told_and_objected();
    story.reviewed(ReviewOutcome::SetAside);
    assert!(story.case.assessment.report.is_none());
    assert!(!is_assigned(&story, 11), "the first assessors are done");
    let appointing = |numbers: [u128; 2]| {
        let assessors = numbers.map(|number| AssessorToAppoint {
            user: user(number, "").id,
            statement_of_no_interest: "已签署存卷".into(),
        });
        Command::AppointAssessors(AppointAssessors { assessors: assessors.into() })
    };
    assert_eq!(story.refused(appointing([11, 14])), ["EVAL-12.review"]);
    story.must(appointing([14, 15]));
    assert!(is_assigned(&story, 15));
}

#[test]
fn a_review_is_asked_for_within_ten_working_days_of_being_told() {
    let mut story = Story::scored();
    story.reported();
    assert_eq!(story.refused(story.objecting(Party::FirstAdopter)), ["EVAL-10.told"]);
    let told = story.telling(Party::FirstAdopter);
    story.must(told);
    let told_on = story.facts.today;
    story.facts.today =
        crate::law::time::periods::nth_working_day(told_on, 10, &[], &story.facts.calendar)
            .expect("a day");
    let mut in_time = story.clone();
    in_time.must(in_time.objecting(Party::FirstAdopter));
    story.facts.today = story.facts.today.succ_opt().expect("a day");
    assert_eq!(story.refused(story.objecting(Party::FirstAdopter)), ["EVAL-10.in-time"]);
}

#[test]
fn a_review_is_to_be_decided_within_the_working_days_the_office_sets() {
    use crate::base::deadline_kind::DeadlineKind;
    use crate::law::time::deadline::{Deadline, DeadlineState};
    use crate::law::time::periods::nth_working_day;
    let mut story = told_and_objected();
    story.facts.rules.assessment_work.review_answer_days = 7;
    let clock = |story: &Story| -> Deadline {
        let all =
            crate::procedures::deadlines(&story.case, &story.facts.calendar, &story.facts.rules);
        let mut all = all.into_iter();
        all.find(|clock| clock.kind == DeadlineKind::AssessmentReview).expect("it runs")
    };
    let running = clock(&story);
    assert_eq!((running.state, running.number), (DeadlineState::Running, 1));
    let seventh = nth_working_day(story.facts.today, 7, &[], &story.facts.calendar);
    assert_eq!(running.due_on, seventh);
    story.reviewed(ReviewOutcome::Upheld);
    assert_eq!(clock(&story).state, DeadlineState::Met);
}
