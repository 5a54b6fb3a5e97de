//! What is said of gifts in a case: a statement not signed blocks nothing, and who took a gift
//! withdraws until another takes the case over.

use crate::access::Role;
use crate::acts::{ActState, ActStatus, acts};
use crate::base::act::Act;
use crate::base::stage::Stage;
use crate::case::assessment::IncidentConcern;
use crate::case::turns::GiftAnswer;
use crate::case::{PaperKind, Party, Slot, UnsignedStatement};
use crate::cast::figures::{ASSESSORS, OTHER_REGISTRAR, REGISTRAR};
use crate::command::Command;
use crate::evolve::headline;
use crate::facts::OfficerRecord;
use crate::proof::testing::{Story, approve, propose, register, user};
use crate::rights::Relation;
use crate::steps::declare_gift::DeclareGift;
use crate::steps::replace_officer::ReplaceOfficer;
use crate::steps::report_incident::ReportIncident;

fn not_signed(story: &Story, party: Party) -> Command {
    let (refused_on, said) = (story.facts.today, "没有送过东西，也不愿签字".to_owned());
    Command::NoteRefusalToSign(UnsignedStatement { party, refused_on, said })
}

fn declare(declared: GiftAnswer) -> Command {
    Command::DeclareGift(DeclareGift { declared })
}

fn the_approval(story: &Story) -> ActStatus {
    let relation = Relation { is_own_office: true, ..Relation::NONE };
    let mut found = acts(&story.case, relation, &story.facts).into_iter();
    found.find(|status| status.act == Act::Approve).expect("the approval")
}

#[test]
fn not_signing_blocks_no_act_and_is_told_beside_the_approval() {
    let mut story = Story::ready();
    let parties: Vec<Party> = [Party::FirstAdopter, Party::SecondAdopter, Party::Placer].into();
    for party in &parties {
        let command = not_signed(&story, *party);
        story.must(command);
    }
    story.must(propose());
    let late = not_signed(&story, Party::Placer);
    story.must(late);
    assert_eq!(story.case.stage, Stage::Proposed, "a note voids no proposal");
    story.leader();
    let approval = the_approval(&story);
    assert_eq!((approval.state, approval.violations.len()), (ActState::Ready, 0));
    assert_eq!(approval.notes.len(), 4);
    assert!(
        approval.notes[2].zh.starts_with("送养人于2026年5月6日拒绝签署"),
        "{:?}",
        approval.notes
    );
    story.must(approve()).registrar();
    let late = not_signed(&story, Party::FirstAdopter);
    story.must(late);
    assert_eq!(story.case.stage, Stage::Approved, "a note voids no approval");
    let command = register(&story);
    story.must(command);
    assert_eq!(story.case.unsigned_statements.len(), 5);
    let told = story.entries.iter().map(|entry| headline(&entry.event).zh);
    let told = told.filter(|line| line.ends_with("未签署无捐赠承诺声明书"));
    assert_eq!(told.count(), 5, "each is a line of the history");
}

#[test]
fn a_note_is_of_a_party_who_has_not_signed_and_of_a_day_since_acceptance() {
    let mut story = Story::applied();
    let early = not_signed(&story, Party::FirstAdopter);
    assert_eq!(story.refused(early), ["SPEC-11"], "nothing was there to sign");
    let mut story = Story::accepted();
    let (child, placer) = (not_signed(&story, Party::Child), not_signed(&story, Party::Placer));
    assert_eq!(story.refused(child), ["INPUT-KNOWN"]);
    let before = story.facts.today.pred_opt().expect("a day");
    let wrong = UnsignedStatement { party: Party::Placer, refused_on: before, said: " ".into() };
    assert_eq!(story.refused(Command::NoteRefusalToSign(wrong)), ["INPUT-DAY", "INPUT-TEXT"]);
    story.must(placer.clone());
    story.file_and_verify(Slot::of(PaperKind::NoDonationDeclaration, Party::Placer));
    assert_eq!(story.refused(placer), ["INPUT-KNOWN"], "the signed statement is in the file");
    assert_eq!(the_approval(&story).notes, [], "who signed after all is told of no more");
    assert_eq!(story.case.unsigned_statements.len(), 1, "and the note stays");
}

#[test]
fn who_took_a_gift_withdraws_and_the_case_goes_on_with_another() {
    let mut story = Story::proposed();
    story.must(declare(GiftAnswer::NoneTaken));
    assert_eq!(story.case.stage, Stage::Proposed, "no gift voids nothing");
    story.must(declare(GiftAnswer::Taken));
    assert_eq!(story.case.stage, Stage::Accepted, "what was proposed is looked at anew");
    assert_eq!(story.refused(propose()), ["DN-D8"]);
    assert_eq!(story.refused(declare(GiftAnswer::NoneTaken)), ["DN-D8"], "it is not taken back");
    let (known_on, ground) = (story.facts.today, crate::case::assessment::IncidentGround::Fraud);
    let incident = ReportIncident {
        ground,
        known_on,
        description: "材料存疑".into(),
        concerns: vec![IncidentConcern::Applicant { party: Party::FirstAdopter }],
        sentence: None,
    };
    let mut reporting = story.clone();
    reporting.must(Command::ReportIncident(incident));

    let to = |number| {
        let officer = user(number, "").id;
        Command::ReplaceOfficer(ReplaceOfficer { officer, reason: "原经办人回避".into() })
    };
    let record = OfficerRecord { actor: user(1, REGISTRAR), is_active_registrar: true };
    story.facts.officers.push(record);
    story.leader().must(to(3));
    assert_eq!(story.refused(to(1)), ["DN-D8"], "nor handed back");
    story.by(user(3, OTHER_REGISTRAR), Role::Registrar).must(propose());
    story.leader();
    let notes = the_approval(&story).notes;
    assert_eq!(notes.len(), 1);
    assert!(notes[0].zh.starts_with("何静于2026年5月6日申报收受过"), "{notes:?}");
    story.must(approve()).must(declare(GiftAnswer::Taken));
    assert!(story.case.approval.is_none(), "nor does the approval of one who took a gift stand");
}

#[test]
fn the_report_of_an_assessor_who_took_a_gift_does_not_stand() {
    let mut story = Story::ready();
    story.by(user(11, ASSESSORS[0]), Role::Assessor).must(declare(GiftAnswer::Taken)).registrar();
    assert!(!story.case.is_assessor(user(11, "").id) && story.case.is_assessor(user(12, "").id));
    let refused = story.refused(propose());
    assert_eq!(refused, ["EVAL-6", "EVAL-9.3", "EVAL-9.4"], "others assess, visit and report anew");
}

#[test]
fn nobody_need_declare_anything() {
    let story = Story::registered();
    assert!(story.case.gift_declarations.is_empty() && story.case.unsigned_statements.is_empty());
}
