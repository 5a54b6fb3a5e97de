//! The clocks of a case: when they start, stand still, and end (SEQ-12).

use crate::case::assessment::Conclusion;
use crate::law::deadlines::{Deadline, DeadlineKind, DeadlineState, deadlines};
use crate::testing::Story;

fn clock(story: &Story, kind: DeadlineKind) -> Deadline {
    let all = deadlines(&story.case, &story.facts.calendar, &story.facts.rules);
    all.into_iter().find(|deadline| deadline.kind == kind).expect("the clock runs")
}

#[test]
fn the_review_clock_starts_the_day_after_the_complete_application() {
    let review = clock(&Story::accepted(), DeadlineKind::Review);
    assert_eq!(review.started_on.to_string(), "2026-03-02");
    assert_eq!(review.due_on.map(|day| day.to_string()).as_deref(), Some("2026-04-01"));
    assert_eq!(review.state, DeadlineState::Running);
}

#[test]
fn it_stands_still_during_the_notice_and_goes_on_after_it() {
    let mut story = Story::accepted();
    story.on("2026-03-06").noticed();
    let review = clock(&story, DeadlineKind::Review);
    assert_eq!(review.pauses.len(), 1);
    assert_eq!(review.pauses[0].first.to_string(), "2026-03-07");
    // Four days are used until the notice, which ends on 5 May: 26 remain from the 6th.
    let notice = clock(&story, DeadlineKind::Notice);
    assert_eq!(notice.due_on.map(|day| day.to_string()).as_deref(), Some("2026-05-05"));
    assert_eq!(review.due_on.map(|day| day.to_string()).as_deref(), Some("2026-06-01"));
    assert!(review.moved_by_rest_days, "day thirty is Sunday, 31 May");
}

#[test]
fn it_stands_still_from_the_consent_until_the_signed_report_is_filed() {
    let mut story = Story::accepted();
    story.assessed(Conclusion::Capable);
    let review = clock(&story, DeadlineKind::Review);
    let pause = review.pauses[0];
    assert_eq!(pause.first.to_string(), "2026-03-03");
    assert_eq!(pause.last.map(|day| day.to_string()).as_deref(), Some("2026-04-02"));
    assert_eq!(review.due_on.map(|day| day.to_string()).as_deref(), Some("2026-05-04"));
    let assessment = clock(&story, DeadlineKind::Assessment);
    assert_eq!(assessment.state, DeadlineState::Met);
}

#[test]
fn an_open_assessment_leaves_the_days_that_remain() {
    use crate::case::Party;
    use crate::case::assessment::AssessingBody;
    use crate::command::Command;
    use crate::steps::consent_to_assessment::ConsentToAssessment;
    use crate::steps::notify_assessment::NotifyAssessment;

    let mut story = Story::accepted();
    story.on("2026-03-12");
    story.must(Command::NotifyAssessment(NotifyAssessment { body: AssessingBody::OwnTeam }));
    for party in [Party::FirstAdopter, Party::SecondAdopter] {
        story.must(Command::ConsentToAssessment(ConsentToAssessment { party }));
    }
    let review = clock(&story, DeadlineKind::Review);
    assert_eq!((review.state, review.remaining), (DeadlineState::StandsStill, Some(20)));
    assert_eq!(review.due_on, None);
    let assessment = clock(&story, DeadlineKind::Assessment);
    assert_eq!(assessment.due_on.map(|day| day.to_string()).as_deref(), Some("2026-05-11"));
}

#[test]
fn registration_starts_the_archive_clock_and_the_visits() {
    let story = Story::registered();
    assert_eq!(clock(&story, DeadlineKind::Review).state, DeadlineState::Met);
    let archive = clock(&story, DeadlineKind::Archive);
    assert_eq!(archive.due_on.map(|day| day.to_string()).as_deref(), Some("2026-07-06"));
    assert!(archive.moved_by_rest_days, "day sixty is Sunday, 5 July");
    assert_eq!(clock(&story, DeadlineKind::FollowUp).state, DeadlineState::Running);
}
