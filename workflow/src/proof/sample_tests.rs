//! Events are additive for ever: stored samples of every shape must keep loading.
//!
//! `samples/events.jsonl` holds one entry of each kind as it was first stored. It only ever grows:
//! with `GUIJIA_ADD_SAMPLES=1` the test appends kinds that are not in it yet.

use std::collections::BTreeSet;

use crate::base::calendar::{Calendar, CalendarChange, Edition};
use crate::base::deadline_kind::DeadlineKind;
use crate::base::document::DocumentKind;
use crate::case::assessment::{Conclusion, IncidentConcern, IncidentGround};
use crate::case::change::Change;
use crate::case::decision::{Concern, HarmReport, RefusalReason};
use crate::case::later::LaterRequest;
use crate::case::turns::{GiftAnswer, Reading, ReadingGround, ServiceManner, UnsignedStatement};
use crate::case::{
    ChildKind, ClaimOutcome, Mandate, PaperKind, Party, Service, Slot, SupportDutyPerson, Wishes,
};
use crate::cast::figures::{HUSBAND, REGISTRAR, VISITOR};
use crate::command::Command;
use crate::decide_application;
use crate::event::{Entry, Event, LaterEvent};
use crate::identity::{DocumentType, IdentityDocument, Nationality};
use crate::procedures::deadlines;
use crate::proof::sibling_tests::second_child;
use crate::proof::testing::{Story, application_of, edition_of_rest, propose, register, user};
use crate::steps::archive::ArchiveCase;
use crate::steps::break_off_integration::BreakOffIntegration;
use crate::steps::change_fact::ChangeFact;
use crate::steps::change_wishes::ChangeWishes;
use crate::steps::close_incident::CloseIncident;
use crate::steps::declare_gift::DeclareGift;
use crate::steps::decline_application::DeclineApplication;
use crate::steps::issue_certificate::IssueCertificate;
use crate::steps::raise_claim::RaiseClaim;
use crate::steps::refuse::Refuse;
use crate::steps::reject_paper::RejectPaper;
use crate::steps::replace_officer::ReplaceOfficer;
use crate::steps::report_incident::ReportIncident;
use crate::steps::request_correction::RequestCorrection;
use crate::steps::return_proposal::ReturnProposal;
use crate::steps::return_volume::ReturnVolume;
use crate::steps::settle_claim::SettleClaim;
use crate::steps::visit_after_adoption::VisitAfterAdoption;
use crate::steps::withdraw::Withdraw;
use crate::steps::withdraw_consent::WithdrawConsent;

pub const SAMPLES: &str = include_str!("../../samples/events.jsonl");

/// Stories that together contain every kind of event.
pub fn stories() -> Vec<Story> {
    let turns =
        [whole(), with_incidents(), refused(), withdrawn(), with_turns(), declined(), ended()];
    let of_time = [with_moved_calendar(), with_passed_time()];
    let of_kinds = ChildKind::ALL.map(|kind| Story::ready_of(application_of(kind)));
    turns
        .into_iter()
        .chain(of_time)
        .chain(of_kinds)
        .chain([
            of_a_father_abroad(),
            of_a_brother_found(),
            of_a_sibling(),
            Story::by_points(),
            Story::looked_at_anew(),
            Story::recused(),
        ])
        .collect()
}

/// A stepchild whose father is known by the passport of another state.
fn of_a_father_abroad() -> Story {
    let mut application = application_of(ChildKind::Stepchild);
    let parents = application.parents.as_mut().expect("parents");
    let father = parents.other_parent.as_mut().expect("a father");
    father.resident_id = None;
    father.document = Some(IdentityDocument {
        document_type: DocumentType::ForeignPassport,
        number: "20AB12345".to_owned(),
        nationality: Some(Nationality("FRA".to_owned())),
    });
    Story::applied_with(application)
}

/// An orphan whose brother is found to owe support.
fn of_a_brother_found() -> Story {
    let mut story = Story::accepted_with(application_of(ChildKind::GuardianOrphan));
    story.file_and_verify(Slot::of_case(PaperKind::ChangeEvidence));
    let brother = SupportDutyPerson { name: "罗大勇".into(), relation: "兄".into() };
    let change = Change::SupportDuty { persons: vec![brother] };
    let happened_on = story.facts.today;
    story.must(Command::ChangeFact(ChangeFact { change, happened_on }));
    story
}

/// A second child, whose adopters' papers are taken over.
fn of_a_sibling() -> Story {
    let (mut story, application) = second_child(&Story::ready());
    let events = decide_application(&application, &story.facts).expect("it is in order");
    let (on, by) = (story.facts.today, story.facts.actor.clone());
    let entries = events.into_iter().map(|event| Entry { on, by: by.clone(), event });
    story.entries = entries.collect();
    story
}

/// The first entry of each shape.
fn every_kind() -> Vec<Entry> {
    let mut seen = BTreeSet::new();
    let entries = stories().into_iter().flat_map(|story| story.entries);
    let later = crate::proof::procedures::samples();
    entries.chain(later).filter(|entry| seen.insert(shape(&entry.event))).collect()
}

/// What a sample is of: the kind of event, and of an application also the kind of child.
fn shape(event: &Event) -> String {
    match event {
        Event::ApplicationFiled(application) => {
            let parents = application.parents.as_ref();
            let other = parents.and_then(|parents| parents.other_parent.as_ref());
            let document = other.is_some_and(|other| other.document.is_some());
            let more = if document { " with a passport" } else { "" };
            format!("{} of {}{more}", event.kind(), application.child_kind.word())
        }
        Event::PaperFiled { filed_on: Some(_), .. } => format!("{} taken over", event.kind()),
        Event::FactChanged { change: Change::SupportDuty { .. }, .. } => {
            format!("{} of support duty", event.kind())
        }
        Event::Later(LaterEvent::LaterApplicationFiled(filed)) => {
            let dead = matches!(filed.request, LaterRequest::Dissolution { deceased: Some(_), .. });
            let guardian = filed.request.guardian().is_some();
            let more = match (dead, guardian) {
                (true, _) => " after a death",
                (_, true) => " by a guardian",
                (false, false) => "",
            };
            format!("{} of {}{more}", event.kind(), filed.request.procedure().word())
        }
        _ => event.kind().to_owned(),
    }
}

/// A mandate, another officer, wishes, a broken integration, a volume that is read.
fn with_turns() -> Story {
    let mut story = Story::ready();
    let reason = || "另有安排".to_owned();
    let mandate = Mandate { party: Party::SecondAdopter, reason: reason() };
    story.must(Command::PrepareMandate(mandate));
    let (refused_on, said) = (story.facts.today, "没有收过，也不愿签字".to_owned());
    let statement = UnsignedStatement { party: Party::FirstAdopter, refused_on, said };
    story.must(Command::NoteRefusalToSign(statement));
    let declared = GiftAnswer::NoneTaken;
    story.must(Command::DeclareGift(DeclareGift { declared }));
    let officer = user(3, "").id;
    story.must(Command::ReplaceOfficer(ReplaceOfficer { officer, reason: reason() }));
    let wishes = Wishes { secrecy: true, ..Wishes::default() };
    story.must(Command::ChangeWishes(ChangeWishes { party: Party::Placer, wishes }));
    let broken_off_on = story.facts.today;
    let broken =
        BreakOffIntegration { broken_off_on, reason: reason(), cause: None, returned: None };
    story.must(Command::BreakOffIntegration(broken));
    story.case.stage = crate::Stage::Archived;
    story.must(Command::LendVolume(Reading {
        reader: HUSBAND.name.into(),
        ground: ReadingGround::Party,
        identity_shown: "居民身份证".into(),
        purpose: "办理入学".into(),
        approved_by: None,
    }));
    story.must(Command::ReturnVolume(ReturnVolume { complete: true, remarks: None }));
    story
}

/// A calendar that moved the archive.
fn with_moved_calendar() -> Story {
    let mut story = Story::registered();
    let archived_by = deadlines(&story.case, &story.facts.calendar, &story.facts.rules)
        .into_iter()
        .find_map(|clock| clock.due_on.filter(|_| clock.kind == DeadlineKind::Archive));
    let rest = archived_by.expect("it is to be archived").to_string();
    let change = CalendarChange { number: 1, on: Some(story.facts.today) };
    let edition =
        Edition { imported: change, ..edition_of_rest(1, 2026, "调整放假", &[&rest]) };
    story.facts.calendar = Calendar::new([edition]);
    assert!(story.calendar_changes(1).is_some());
    story
}

/// A notice that ran out, and a review that is overdue.
fn with_passed_time() -> Story {
    let mut story = Story::ready();
    story.on("2026-07-20").time_passes();
    story
}

/// A correction that was served, and an application that was not accepted.
fn declined() -> Story {
    let mut story = Story::applied();
    story.must(Command::RequestCorrection(RequestCorrection {}));
    let document = DocumentKind::CorrectionNotice;
    story.printed(document).file_and_verify(Slot::of_case(PaperKind::ServiceReceipt));
    let served_on = story.facts.today;
    story.must(Command::RecordService(Service {
        document,
        party: Party::FirstAdopter,
        manner: ServiceManner::Left,
        received_by: HUSBAND.name.into(),
        served_on,
    }));
    let reason = RefusalReason { rule: "REG-6.1.3".into(), explanation: "未能补正".into() };
    let declined = DeclineApplication { reasons: vec![reason], papers_confiscated: Vec::new() };
    story.must(Command::DeclineApplication(declined));
    story
}

fn whole() -> Story {
    let mut story = Story::approved();
    story.file_and_verify(Slot::of_case(PaperKind::ApprovalForm));
    let command = register(&story);
    story.must(command).all_printed();
    story.must(Command::IssueCertificate(IssueCertificate::default()));
    story.file_and_verify(Slot::of_case(PaperKind::CertificateReceipt));
    story.must(Command::Archive(ArchiveCase {}));
    let visited_on = story.on("2026-06-06").facts.today;
    story.must(Command::VisitAfterAdoption(VisitAfterAdoption {
        visited_on,
        visitors: vec![REGISTRAR.into(), VISITOR.into()],
        findings: "孩子适应良好".into(),
        concern: Concern::Red,
        harm_report: Some(report()),
    }));
    story
}

/// The adopters died, and a court had ended the adoption.
fn ended() -> Story {
    crate::proof::ended_tests::ended()
}

fn report() -> HarmReport {
    HarmReport {
        recipient: "大足区公安局".into(),
        reported_at: "2026-05-01 10:20".into(),
        number: "2026-3".into(),
    }
}

fn with_incidents() -> Story {
    let mut story = Story::proposed();
    story.must(Command::ReturnProposal(ReturnProposal { reason: "补充".into() }));
    story.must(Command::RaiseClaim(RaiseClaim { claimant: "自称生母".into() }));
    story.file_and_verify(Slot::of_case(PaperKind::ClaimPaper));
    let outcome = ClaimOutcome::Unfounded;
    let settlement = SettleClaim { outcome, reasons: "鉴定不符".into() };
    story.must(Command::SettleClaim(1, settlement));
    let known_on = story.facts.today;
    story.must(Command::ReportIncident(ReportIncident {
        ground: IncidentGround::HarmToMinors,
        known_on,
        description: "邻居反映".into(),
        concerns: vec![IncidentConcern::Applicant { party: Party::FirstAdopter }],
        sentence: None,
    }));
    story.file_and_verify(Slot::of_case(PaperKind::IncidentPaper));
    let closing = CloseIncident { outcome: "查无实据".into(), police_report: Some(report()) };
    story.must(Command::CloseIncident(1, closing));
    let party = Party::FirstAdopter;
    story.must(Command::WithdrawConsent(WithdrawConsent { party, reason: "再想想".into() }));
    story.file(Slot::of_case(PaperKind::ChangeEvidence));
    let number = story.case.papers.last().expect("just filed").number;
    story.must(Command::RejectPaper(number, RejectPaper { reason: "不清晰".into() }));
    story.file_and_verify(Slot::of_case(PaperKind::ChangeEvidence));
    let change = Change::Children { party, children: 1 };
    story.must(Command::ChangeFact(ChangeFact { change, happened_on: known_on }));
    story
}

fn refused() -> Story {
    let mut story = Story::ready_with(Conclusion::NotCapable);
    story.must(propose()).leader();
    let reason = RefusalReason { rule: "CC-1098.2".into(), explanation: "无稳定收入".into() };
    story.must(Command::Refuse(Refuse { reasons: vec![reason], papers_confiscated: vec![3] }));
    story
}

fn withdrawn() -> Story {
    let mut story = Story::accepted();
    story.must(Command::Withdraw(Withdraw { party: Party::Placer, reason: "另有安排".into() }));
    story
}

#[test]
fn every_stored_shape_still_loads_and_is_written_the_same() {
    let mut kinds = BTreeSet::new();
    for line in SAMPLES.lines() {
        let entry: Entry = serde_json::from_str(line).expect("a stored entry loads");
        assert_eq!(serde_json::to_string(&entry).expect("it is written"), line);
        kinds.insert(shape(&entry.event));
    }
    let missing: Vec<Entry> =
        every_kind().into_iter().filter(|entry| !kinds.contains(&shape(&entry.event))).collect();
    if std::env::var_os("GUIJIA_ADD_SAMPLES").is_some() {
        add(&missing);
    } else {
        let missing: Vec<_> = missing.iter().map(|entry| shape(&entry.event)).collect();
        assert!(missing.is_empty(), "no stored sample of {missing:?}");
        assert_eq!(kinds.len(), 100);
    }
}

fn add(entries: &[Entry]) {
    use std::io::Write;
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/samples/events.jsonl");
    let mut file = std::fs::OpenOptions::new().append(true).open(path).expect("the samples open");
    for entry in entries {
        let line = serde_json::to_string(entry).expect("it is written");
        writeln!(file, "{line}").expect("it is appended");
    }
}
