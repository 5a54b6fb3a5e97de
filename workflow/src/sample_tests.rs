//! Events are additive for ever: stored samples of every shape must keep loading.
//!
//! `samples/events.jsonl` holds one entry of each kind as it was first stored. It only ever grows:
//! with `GUIJIA_ADD_SAMPLES=1` the test appends kinds that are not in it yet.

use std::collections::BTreeSet;

use crate::case::assessment::{Conclusion, IncidentGround};
use crate::case::decision::{Concern, HarmReport, RefusalReason};
use crate::case::{ClaimOutcome, PaperKind, Party, Slot};
use crate::command::Command;
use crate::event::Entry;
use crate::steps::approve::ReturnProposal;
use crate::steps::archive::ArchiveCase;
use crate::steps::change_fact::{Change, ChangeFact};
use crate::steps::claim::{RaiseClaim, SettleClaim};
use crate::steps::consent::WithdrawConsent;
use crate::steps::incident::{CloseIncident, ReportIncident};
use crate::steps::issue::IssueCertificate;
use crate::steps::refuse::Refuse;
use crate::steps::verify_paper::RejectPaper;
use crate::steps::visit_after_adoption::VisitAfterAdoption;
use crate::steps::withdraw::Withdraw;
use crate::testing::{Story, propose, register};

const SAMPLES: &str = include_str!("../samples/events.jsonl");

/// Stories that together contain every kind of event.
fn every_kind() -> Vec<Entry> {
    let stories = [whole(), with_incidents(), refused(), withdrawn()];
    let mut seen = BTreeSet::new();
    let entries = stories.into_iter().flat_map(|story| story.entries);
    entries.filter(|entry| seen.insert(entry.event.kind())).collect()
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
        visitors: vec!["沈登记".into(), "陶主任".into()],
        findings: "孩子适应良好".into(),
        concern: Concern::Red,
        harm_report: Some(report()),
    }));
    story
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
    story.must(Command::Refuse(Refuse { reasons: vec![reason], papers_confiscated: vec![1] }));
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
        kinds.insert(entry.event.kind());
    }
    let missing: Vec<Entry> =
        every_kind().into_iter().filter(|entry| !kinds.contains(entry.event.kind())).collect();
    if std::env::var_os("GUIJIA_ADD_SAMPLES").is_some() {
        add(&missing);
    } else {
        let missing: Vec<_> = missing.iter().map(|entry| entry.event.kind()).collect();
        assert!(missing.is_empty(), "no stored sample of {missing:?}");
        assert_eq!(kinds.len(), 32);
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
