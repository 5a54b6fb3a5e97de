//! The turns a case can take: each with what the law refuses and what follows.

use crate::base::act::Act;
use crate::base::document::DocumentKind;
use crate::base::office_rules::OfficeRules;
use crate::base::stage::Stage;
use crate::case::decision::RefusalReason;
use crate::case::turns::{Reading, ReadingGround, ServiceManner};
use crate::case::{Mandate, PaperKind, Party, Service, Slot, Wishes};
use crate::cast::figures::{ASSESSORS, HUSBAND, LEADER, OTHER_REGISTRAR};
use crate::command::Command;
use crate::facts::OfficerRecord;
use crate::identity::dictionaries::ChildHealth;
use crate::law::follow_up::visits_due;
use crate::proof::testing::{
    Story, application_of_a_stepfather, application_of_hardship_parents, approve, propose,
    register, user,
};
use crate::steps::accept::Accept;
use crate::steps::break_off_integration::BreakOffIntegration;
use crate::steps::change_wishes::ChangeWishes;
use crate::steps::decline_application::DeclineApplication;
use crate::steps::reject_paper::RejectPaper;
use crate::steps::replace_officer::ReplaceOfficer;
use crate::steps::request_correction::RequestCorrection;
use crate::steps::return_volume::ReturnVolume;

fn correct() -> Command {
    Command::RequestCorrection(RequestCorrection {})
}

#[test]
fn a_correction_tells_everything_at_once_and_keeps_incomplete_apart_from_incorrect() {
    let mut story = Story::applied();
    let photo = Slot::of_case(PaperKind::JointPhoto);
    story.file(photo);
    assert_eq!(story.refused(correct()), ["HOUSE-CORRECTION"], "the photo was not looked at");
    story.must(Command::RejectPaper(1, RejectPaper { reason: "非近期照片".into() }));
    story.must(correct());
    let told = story.case.corrections.last().expect("a correction");
    assert_eq!(told.incorrect.iter().map(|paper| paper.slot).collect::<Vec<_>>(), [photo]);
    assert_eq!(told.missing.len(), 16, "every other paper, and the photo not among them");
    assert!(!told.missing.contains(&photo));
    assert_eq!(story.refused(correct()), ["HOUSE-CORRECTION"], "it was told before");
    story.bring_papers();
    assert_eq!(story.refused(correct()), ["HOUSE-CORRECTION"], "nothing is to be corrected");
    story.must(Command::Accept(Accept {}));
}

fn decline(rule: &str) -> Command {
    let explanation = "未能补正".into();
    let reasons = vec![RefusalReason { rule: rule.into(), explanation }];
    Command::DeclineApplication(DeclineApplication { reasons, papers_confiscated: Vec::new() })
}

#[test]
fn an_application_is_declined_only_for_what_is_not_met_and_after_a_correction() {
    let mut story = Story::applied();
    story.file_and_verify(Slot::of_case(PaperKind::JointPhoto));
    assert_eq!(story.refused(decline("CC-1093")), ["SPEC-17"], "the child is a minor");
    assert_eq!(story.refused(decline("REG-6.1.3")), ["HOUSE-CORRECTION"], "they were not told");
    assert_eq!(story.refused(decline("CC-1098.3")), ["HOUSE-CORRECTION"], "nor of this paper");
    assert_eq!(story.refused(decline("CC-1098.4")), ["SPEC-17"], "nobody has checked it yet");
    story.must(correct()).must(decline("REG-6.1.3"));
    assert_eq!(story.case.stage, Stage::NotAccepted);
    assert_eq!(story.refused(Command::Accept(Accept {})).first(), Some(&"SPEC-11"));
    assert!(!story.case.stage.is_open_or_standing(), "the child is free for another application");

    let mut story = Story::applied();
    story.bring_papers();
    assert_eq!(story.refused(decline("CC-1098.5")), ["SPEC-17"; 2], "it can be accepted");
}

#[test]
fn service_needs_a_paper_that_was_made_and_its_signed_receipt() {
    let mut story = Story::applied();
    story.must(correct());
    let service = |document| {
        Command::RecordService(Service {
            document,
            party: Party::FirstAdopter,
            manner: ServiceManner::Direct,
            received_by: HUSBAND.name.into(),
            served_on: "2026-03-02".parse().expect("a date"),
        })
    };
    let notice = DocumentKind::CorrectionNotice;
    assert_eq!(story.refused(service(notice)), ["HOUSE-SERVICE"; 3]);
    story.printed(notice).file_and_verify(Slot::of_case(PaperKind::ServiceReceipt));
    assert_eq!(story.refused(service(DocumentKind::Certificate)), ["HOUSE-SERVICE"]);
    story.must(service(notice));
    let again = story.refused(service(notice));
    assert_eq!(again, ["HOUSE-SERVICE"; 2], "it has no receipt, and was served already");
}

#[test]
fn secrecy_is_not_taken_back_and_a_notarisation_asked_for_must_be_done() {
    let mut story = Story::approved();
    let asked = |secrecy, notarisation| {
        let wishes = Wishes { secrecy, notarisation, ..Wishes::default() };
        Command::ChangeWishes(ChangeWishes { party: Party::Placer, wishes })
    };
    assert_eq!(story.refused(asked(false, false)), ["INPUT-KNOWN"], "nothing changes");
    story.must(asked(true, true));
    assert!(story.case.approval.is_none(), "the approval did not rest on it");
    assert_eq!(story.refused(asked(false, true)), ["CC-1110"]);
    assert_eq!(story.refused(asked(true, false)), ["CC-1105.4"], "the other side may rely on it");
    assert_eq!(story.refused(propose()), ["CC-1105.4"]);
    story.file_and_verify(Slot::of_case(PaperKind::NotarialDeed)).must(propose());
}

#[test]
fn an_integration_broken_off_counts_for_nothing_and_can_begin_again() {
    let mut story = Story::ready();
    let broken_off_on = story.facts.today;
    let reason = "孩子不适应".into();
    let broken = BreakOffIntegration { broken_off_on, reason, cause: None, returned: None };
    story.must(Command::BreakOffIntegration(broken.clone()));
    assert_eq!(story.case.broken_integrations.len(), 1);
    let refused = story.refused(propose());
    assert_eq!(refused, ["EVAL-8", "EVAL-9.4"], "neither the days nor the report stand");
    assert_eq!(story.refused(Command::BreakOffIntegration(broken)), ["INPUT-KNOWN"]);
    let start = |started_on| {
        Command::StartIntegration(crate::steps::start_integration::StartIntegration { started_on })
    };
    assert_eq!(story.refused(start(broken_off_on.pred_opt().expect("a day"))), ["INPUT-DAY"]);
    story.must(start(story.facts.today));
}

#[test]
fn a_mandate_is_between_spouses_and_a_new_one_voids_the_scan_of_the_old() {
    let prepare = |party| {
        Command::PrepareMandate(Mandate { party, reason: "在外地住院，不能到场".into() })
    };
    let mut story = Story::ready_of(application_of_a_stepfather());
    assert_eq!(story.refused(prepare(Party::FirstAdopter)), ["REG-5.2"], "a step-parent is alone");
    let mut story = Story::approved();
    assert_eq!(story.refused(prepare(Party::Placer)), ["INPUT-KNOWN"]);
    story.must(prepare(Party::SecondAdopter));
    let slot = Slot::of(PaperKind::SpouseMandate, Party::SecondAdopter);
    story.file_and_verify(slot);
    assert!(story.case.approval.is_some(), "a mandate touches nothing the approval rests on");
    story.must(prepare(Party::SecondAdopter));
    assert!(!story.case.is_filled(slot));
}

#[test]
fn a_case_goes_to_another_active_registrar_who_did_not_assess_it() {
    let mut story = Story::ready();
    let hand_to = |number| {
        let officer = user(number, "").id;
        Command::ReplaceOfficer(ReplaceOfficer { officer, reason: "原经办人调离".into() })
    };
    assert_eq!(story.refused(hand_to(1)), ["SPEC-9"], "it is the same person");
    assert_eq!(story.refused(hand_to(9)), ["SPEC-9"], "nobody knows this person");
    let assessor = OfficerRecord { actor: user(11, ASSESSORS[0]), is_active_registrar: true };
    story.facts.officers.push(assessor);
    assert_eq!(story.refused(hand_to(11)), ["SPEC-9"], "this one assessed the case");
    story.leader().must(hand_to(3));
    assert_eq!(story.case.officer, user(3, OTHER_REGISTRAR));
    assert_eq!(story.case.former_officers, [user(1, "").id]);
    assert!(story.registrar().act(propose()).is_ok(), "any registrar of the office may propose");
}

#[test]
fn a_volume_is_read_one_reading_at_a_time_and_by_others_only_with_approval() {
    let mut story = Story::registered();
    story.case.stage = Stage::Archived;
    let lend = |ground, approved_by: Option<&str>| {
        Command::LendVolume(Reading {
            reader: if ground == ReadingGround::Party { HUSBAND.name } else { "路人" }.into(),
            ground,
            identity_shown: "居民身份证".into(),
            purpose: "办理入学".into(),
            approved_by: approved_by.map(str::to_owned),
        })
    };
    assert_eq!(story.refused(lend(ReadingGround::Other, None)), ["ARCH-10"]);
    story.must(lend(ReadingGround::Other, Some(LEADER)));
    assert_eq!(story.refused(lend(ReadingGround::Party, None)), ["ARCH-10"], "it is being read");
    let back = |complete| Command::ReturnVolume(ReturnVolume { complete, remarks: None });
    assert_eq!(story.refused(back(false)), ["ARCH-10"], "what is missing must be said");
    story.must(back(true)).must(lend(ReadingGround::Party, None));
}

#[test]
fn visits_follow_the_profile_and_end_when_the_child_is_an_adult() {
    let rules = OfficeRules::default();
    let count =
        |case: &crate::Case| visits_due(case, "2026-05-06".parse().expect("a date"), &rules).len();
    let mut story = Story::approved();
    assert_eq!(count(&story.case), 4, "general");
    story.case.child.health = ChildHealth::Disabled;
    assert_eq!(count(&story.case), 6, "a disabled child of an institution");
    story.case.child.birth_date = "2009-06-01".parse().expect("a date");
    assert_eq!(count(&story.case), 3, "eighteen on 1 June 2027");
    let stepchild = Story::ready_of(application_of_a_stepfather());
    assert_eq!(count(&stepchild.case), 1, "a stepchild");
    let of_parents = Story::ready_of(application_of_hardship_parents());
    assert_eq!(count(&of_parents.case), 4);
}

#[test]
fn a_refused_or_declined_case_takes_only_the_receipt_of_service() {
    let mut story = Story::applied();
    story.must(correct()).must(decline("REG-6.1.3"));
    story.file_and_verify(Slot::of_case(PaperKind::ServiceReceipt));
    let slot = Slot::of_case(PaperKind::JointPhoto);
    let scan = story.case.papers[0].scan.clone();
    let command = Command::FilePaper(crate::steps::file_paper::FilePaper { slot, scan });
    assert_eq!(story.refused(command), ["ARCH-7"]);
}

#[test]
fn every_turn_is_possible_where_its_gates_say_so() {
    let mut story = Story::approved();
    let command = register(&story);
    story.must(command);
    for (act, possible) in [
        (Act::RequestCorrection, false),
        (Act::DeclineApplication, false),
        (Act::ChangeWishes, false),
        (Act::BreakOffIntegration, false),
        (Act::PrepareMandate, false),
        (Act::ReplaceOfficer, true),
        (Act::LendVolume, false),
    ] {
        assert_eq!(
            crate::decide::gates(&story.case, act, &story.facts).is_empty(),
            possible,
            "{act:?}"
        );
    }
    assert_eq!(story.refused(approve()).first(), Some(&"SPEC-11"));
}

fn refuse(rule: &str, confiscated: &[u32]) -> Command {
    let reason = RefusalReason { rule: rule.into(), explanation: "经核查不符合".into() };
    let papers_confiscated = confiscated.to_vec();
    Command::Refuse(crate::steps::refuse::Refuse { reasons: vec![reason], papers_confiscated })
}

#[test]
fn a_refusal_follows_acceptance_and_rests_on_what_is_not_met_or_the_leader_judges() {
    let mut story = Story::applied();
    assert_eq!(story.leader().refused(refuse("CC-1098.2", &[]))[0], "SPEC-11");
    let mut story = Story::accepted();
    story.leader();
    assert_eq!(story.refused(refuse("CC-1098.5", &[])), ["REG-8.1"], "the adopters are old enough");
    assert_eq!(story.refused(refuse("EVAL-9.4", &[])), ["REG-8.1"], "the office has not assessed");
    assert_eq!(story.refused(refuse("CC-1098.2", &[3, 3])), ["REG-12"], "twice the same paper");
    assert_eq!(story.refused(refuse("CC-1098.2", &[1])), ["REG-12"], "the office's own form");
    story.must(refuse("CC-1098.2", &[3]));
    let Some(crate::case::Ending::Refused { papers_returned, .. }) = &story.case.ending else {
        panic!("it was refused");
    };
    assert!(!papers_returned.contains(&1) && !papers_returned.contains(&3));
    assert!(papers_returned.contains(&4));
}

#[test]
fn one_paper_scanned_twice_does_not_count_for_two() {
    let mut story = Story::approved();
    let slot = Slot::of_case(PaperKind::ChangeEvidence);
    story.file_and_verify(slot);
    let scan = story.case.papers.last().expect("just filed").scan.clone();
    let again = Command::FilePaper(crate::steps::file_paper::FilePaper { slot, scan });
    assert_eq!(story.refused(again), ["SPEC-15.scan"]);
}

#[test]
fn a_consent_given_anew_is_not_shown_by_the_sheet_of_the_one_before() {
    let mut story = Story::ready();
    let slot = Slot::of(PaperKind::ConsentForm, Party::Placer);
    let sheet =
        story.case.papers.iter().find(|paper| paper.slot == slot).map(|paper| paper.scan.clone());
    let scan = sheet.expect("the placer signed");
    let (party, signing) = (Party::Placer, crate::case::SigningManner::ReadAndSigned);
    story.must(Command::GiveConsent(crate::steps::give_consent::GiveConsent { party, signing }));
    let again = crate::steps::file_paper::FilePaper { slot, scan };
    assert_eq!(story.refused(Command::FilePaper(again)), ["SPEC-15.scan"]);
}
