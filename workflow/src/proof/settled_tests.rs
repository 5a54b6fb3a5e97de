//! What an act rested on is not changed behind it.

use crate::base::stage::Stage;
use crate::case::assessment::Conclusion;
use crate::case::change::Change;
use crate::case::decision::ConditionReason;
use crate::case::{PaperKind, Party, Slot};
use crate::cast::figures::{LEADER, REGISTRAR, VISITOR};
use crate::command::Command;
use crate::proof::testing::{Story, propose, register, report_of, user};
use crate::steps::accept::Accept;
use crate::steps::appoint_assessors::{AppointAssessors, AssessorToAppoint};
use crate::steps::approve::Approve;
use crate::steps::change_fact::ChangeFact;
use crate::steps::file_paper::FilePaper;
use crate::steps::inquire::Inquire;
use crate::steps::publish_notice::PublishNotice;
use crate::steps::raise_claim::RaiseClaim;
use crate::steps::reject_paper::RejectPaper;
use crate::steps::verify_paper::VerifyPaper;
use crate::steps::visit_after_adoption::VisitAfterAdoption;

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
    let report = |conclusion| Command::SubmitReport(report_of(conclusion));
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
            visitors: vec![REGISTRAR.into(), VISITOR.into()],
            findings: "良好".into(),
            concern: crate::case::decision::Concern::Green,
            harm_report: None,
        })
    };
    let today = story.on("2026-05-21").facts.today;
    assert_eq!(story.refused(visit(today)), ["FU-01"]);
    let today = story.on("2026-05-22").facts.today;
    story.must(visit(today));
    let refused = story.refused(visit(today));
    assert_eq!(
        refused,
        ["FU-01", "FU-03"],
        "its record is not signed, the next is due in November"
    );
    story.file_and_verify(Slot::of_case(PaperKind::FollowUpRecord));
    assert_eq!(story.refused(visit(today)), ["FU-01"]);
}

#[test]
fn a_clock_that_was_set_back_decides_nothing() {
    let mut story = Story::approved();
    let command = crate::proof::testing::withdraw();
    story.on("2026-05-05");
    assert_eq!(story.refused(command), ["INPUT-DAY"]);
}

#[test]
fn an_old_notice_does_not_speak_of_a_changed_child() {
    let mut story = Story::approved();
    story.file_and_verify(Slot::of_case(PaperKind::ChangeEvidence));
    let published_on = story.case.notice.as_ref().expect("a notice").published_on;
    let mut child = story.case.child.clone();
    child.features = Some("左耳后有胎记".into());
    let happened_on = story.facts.today;
    let change = Change::Child { child: Box::new(child.clone()) };
    story.must(Command::ChangeFact(ChangeFact { change, happened_on }));
    assert!(story.case.consents.is_empty(), "each consented to the child as it was described");
    let notice = PublishNotice { newspaper: "重庆日报".into(), published_on };
    assert_eq!(story.refused(Command::PublishNotice(notice)), ["INPUT-DAY"]);

    story.file_and_verify(Slot::of_case(PaperKind::ChangeEvidence));
    child.entry_number = Some("福院入〔2020〕18号".into());
    let change = Change::Child { child: Box::new(child) };
    let refused = story.refused(Command::ChangeFact(ChangeFact { change, happened_on }));
    assert_eq!(refused, ["CC-1093.same"]);
}

#[test]
fn filing_the_report_again_does_not_renew_it() {
    let mut story = Story::ready();
    let first = story.case.assessment.report.as_ref().expect("a report").filed_on;
    story.on("2026-06-01").file_and_verify(Slot::of_case(PaperKind::AssessmentReport));
    assert_eq!(story.case.assessment.report.as_ref().expect("a report").filed_on, first);
}

#[test]
fn a_rejected_report_is_written_anew() {
    let mut story = Story::ready();
    story.must(reject(number_of(&story, PaperKind::AssessmentReport)));
    assert!(story.case.assessment.report.is_none());
    story.must(Command::SubmitReport(report_of(Conclusion::Capable)));
}

#[test]
fn whoever_assessed_decides_nothing_even_when_exchanged() {
    let mut story = Story::proposed();
    story.case.assessed_by.push(user(2, LEADER).id);
    story.leader();
    assert_eq!(story.refused(crate::proof::testing::approve()), ["SPEC-16.assessor"]);
}

#[test]
fn one_adverse_confirmation_stands_against_a_clear_one() {
    let mut story = Story::approved();
    let Command::Register(mut command) = register(&story) else { panic!("a registration") };
    let mut adverse = command.confirmations[0].clone();
    adverse.outcome = crate::case::CheckOutcome::Adverse;
    command.confirmations.push(adverse);
    let refused = story.refused(Command::Register(command));
    assert_eq!(refused, ["CC-1098.day", "REG-8.1.day"], "it is adverse, and it is the second");
}

#[test]
fn reasons_are_given_only_where_they_are_wanted() {
    let mut story = Story::proposed();
    story.leader();
    let reason = ConditionReason { condition: "CC-1098.2".into(), reason: "符合".into() };
    let approval = Approve { opinion: "同意".into(), reasons_over_report: vec![reason] };
    assert_eq!(story.refused(Command::Approve(approval)), ["EVAL-10.basis"]);
}

#[test]
fn one_officer_does_not_hear_two_persons_at_once() {
    let mut story = Story::accepted();
    story.inquired(Party::FirstAdopter);
    let held = story.case.inquiries[0].clone();
    let inquiry = Inquire {
        party: Party::Placer,
        began_at: held.began_at,
        ended_at: held.ended_at,
        place: "另一间询问室".into(),
        companion: None,
        recorder: held.recorder,
        answers: held.answers,
        signing: held.signing,
    };
    assert_eq!(story.refused(Command::Inquire(inquiry)), ["SPEC-15.apart"]);
}

#[test]
fn one_scan_does_not_stand_for_two_signatures() {
    let mut story = Story::ready();
    let scan = story.case.papers.iter().find(|paper| paper.slot.paper == PaperKind::InquiryRecord);
    let scan = scan.expect("a signed record").scan.clone();
    let slot = Slot::of(PaperKind::ConsentForm, Party::Placer);
    assert_eq!(story.refused(Command::FilePaper(FilePaper { slot, scan })), ["SPEC-15.scan"]);
}

#[test]
fn a_claim_before_acceptance_halts_it() {
    let mut story = Story::applied();
    story.bring_papers();
    story.must(Command::RaiseClaim(RaiseClaim { claimant: "自称生父".into() }));
    assert_eq!(story.refused(Command::Accept(Accept {})), ["REG-8.2.claim"]);
}
