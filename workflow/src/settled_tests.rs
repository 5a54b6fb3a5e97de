//! What an act rested on is not changed behind it.

use crate::case::assessment::Conclusion;
use crate::case::{PaperKind, Party, Slot};
use crate::command::Command;
use crate::stage::Stage;
use crate::steps::appoint_assessors::{AppointAssessors, AssessorToAppoint};
use crate::steps::file_paper::FilePaper;
use crate::steps::report::SubmitReport;
use crate::steps::verify_paper::{RejectPaper, VerifyPaper};
use crate::steps::visit_after_adoption::VisitAfterAdoption;
use crate::testing::{Story, propose, register, user};

fn number_of(story: &Story, paper: PaperKind) -> u32 {
    let filed = story.case.papers.iter().find(|filed| filed.slot.paper == paper);
    filed.expect("the paper is in the file").number
}

fn reject(number: u32) -> Command {
    Command::RejectPaper(number, RejectPaper { reason: "不清晰".into() })
}

#[test]
fn assessors_are_not_exchanged_under_a_submitted_report() {
    let mut story = Story::ready();
    let assessors = [11, 12].map(|number| AssessorToAppoint {
        user: user(number, "").id,
        statement_of_no_interest: "已签署".into(),
    });
    let command = Command::AppointAssessors(AppointAssessors { assessors: assessors.into() });
    assert_eq!(story.refused(command), ["EVAL-9.4.basis"]);
}

#[test]
fn applicants_are_found_capable_only_after_a_complete_integration() {
    let mut story = Story::ready();
    story.case.assessment.integration = None;
    let report = |conclusion| {
        let findings = crate::testing::all_answers();
        Command::SubmitReport(SubmitReport { conclusion, findings })
    };
    assert_eq!(story.refused(report(Conclusion::Capable)), ["EVAL-8"]);
    story.must(report(Conclusion::NotCapable));
    assert!(story.refused(propose()).contains(&"EVAL-8"), "it still bars the proposal");
}

#[test]
fn a_verified_paper_rejected_before_registration_voids_the_approval() {
    let mut story = Story::approved();
    story.must(reject(number_of(&story, PaperKind::HealthCertificate)));
    assert_eq!(story.case.stage, Stage::Accepted);
    assert!(story.refused(propose()).contains(&"REG-6.1.3"));
}

#[test]
fn what_a_registration_rested_on_is_not_rejected_after_it() {
    let mut story = Story::registered();
    assert_eq!(story.refused(reject(number_of(&story, PaperKind::HealthCertificate))), ["ARCH-7"]);
    let scan = story.case.papers[0].scan.clone();
    let slot = Slot::of(PaperKind::HealthCertificate, Party::FirstAdopter);
    assert_eq!(story.refused(Command::FilePaper(FilePaper { slot, scan })), ["ARCH-7"]);
}

#[test]
fn a_paper_that_waits_at_registration_can_still_be_looked_at() {
    let mut story = Story::approved();
    story.file(Slot::of(PaperKind::SpouseMandate, Party::SecondAdopter));
    let command = register(&story);
    story.must(command);
    let number = number_of(&story, PaperKind::SpouseMandate);
    let compared_with = crate::case::papers::ComparedWith::Original;
    story.must(Command::VerifyPaper(number, VerifyPaper { compared_with }));
}

#[test]
fn a_visit_long_before_its_day_is_refused() {
    let mut story = Story::registered();
    let visit = |visited_on| {
        Command::VisitAfterAdoption(VisitAfterAdoption {
            visited_on,
            visitors: vec!["沈登记".into(), "陶主任".into()],
            findings: "良好".into(),
            concern: crate::case::decision::Concern::Green,
            harm_report: None,
        })
    };
    let today = story.on("2026-05-21").facts.today;
    assert_eq!(story.refused(visit(today)), ["FU-01"]);
    let today = story.on("2026-05-22").facts.today;
    story.must(visit(today));
    assert_eq!(story.refused(visit(today)), ["FU-01"], "the next is due in November");
}

#[test]
fn a_clock_that_was_set_back_decides_nothing() {
    let mut story = Story::approved();
    let command = register(&story);
    story.on("2026-05-05");
    assert_eq!(story.refused(command), ["INPUT-DAY"]);
}
