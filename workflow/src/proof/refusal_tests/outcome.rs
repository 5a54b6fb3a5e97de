//! Registration, issue, the archive and follow-up.

use super::{Attempt, Row, row, sending};
use crate::base::document::DocumentKind;
use crate::base::stage::Stage;
use crate::case::decision::{Attendance, Concern};
use crate::case::turns::{Reading, ReadingGround};
use crate::case::{CheckOutcome, FiledPaper, PaperKind, Party, Slot};
use crate::cast::figures::{REGISTRAR, VISITOR};
use crate::command::Command;
use crate::event::{Event, LaterEvent};
use crate::law::archive::{
    APPROVAL_SIGNED, DOCUMENTS_MADE, FROZEN, NOTHING_PENDING, READ_ON_THE_SPOT, RECEIPT_SIGNED,
};
use crate::law::follow_up::{HARM_REPORTED, TWO_VISITORS, VISIT_RECORDED, VISITS_IN_ORDER};
use crate::law::later::STANDS;
use crate::law::registration::{
    BLANK_ONCE, CARD_SHOWN, CERTIFICATE_PRINTED, CONFIRMED_TODAY, IN_PERSON, MANDATE, SAME_DAY,
    STILL_FIT,
};
use crate::proof::testing::{Story, register};
use crate::steps::archive::ArchiveCase;
use crate::steps::file_paper::FilePaper;
use crate::steps::issue_certificate::IssueCertificate;
use crate::steps::register::Register;
use crate::steps::reject_paper::RejectPaper;
use crate::steps::visit_after_adoption::VisitAfterAdoption;

pub fn rows() -> Vec<Row> {
    let mut rows = at_registration();
    rows.extend(at_the_archive());
    rows.extend(at_a_visit());
    rows
}

/// The registration of an approved case, spoilt.
fn registering(spoil: fn(&mut Register)) -> Attempt {
    let story = Story::approved();
    let Command::Register(mut command) = register(&story) else { panic!("a registration") };
    spoil(&mut command);
    sending(story, Command::Register(command))
}

fn at_registration() -> Vec<Row> {
    let mut used = Story::approved();
    used.facts.blank_serial_used = true;
    let command = register(&used);
    let late = || {
        let mut story = Story::registered();
        story.printed(DocumentKind::Certificate).on("2026-05-07");
        story
    };
    let issue = Command::IssueCertificate(IssueCertificate::default());
    vec![
        row(
            &IN_PERSON,
            "the placer stays away",
            registering(|command| {
                command.attendance.retain(|attending| attending.party() != Party::Placer);
            }),
        ),
        row(
            &MANDATE,
            "a spouse without a mandate",
            registering(|command| {
                let party = Party::SecondAdopter;
                command.attendance.retain(|attending| attending.party() != party);
                command.attendance.push(Attendance::RepresentedBySpouse { party });
            }),
        ),
        row(
            &CARD_SHOWN,
            "the card of another",
            registering(|command| {
                for attending in &mut command.attendance {
                    if let Attendance::InPerson { number, .. } = attending {
                        *number = "500111199001010010".into();
                    }
                }
            }),
        ),
        row(
            &CONFIRMED_TODAY,
            "nothing confirmed that day",
            registering(|command| command.confirmations.clear()),
        ),
        row(
            &STILL_FIT,
            "a marriage that ended",
            registering(|command| {
                for check in &mut command.confirmations {
                    check.outcome = CheckOutcome::Adverse;
                }
            }),
        ),
        row(&BLANK_ONCE, "a blank used before", sending(used, command)),
        row(
            &CERTIFICATE_PRINTED,
            "nothing was printed",
            sending(Story::registered(), issue.clone()),
        ),
        row(
            &STANDS,
            "revoked before the certificate is handed over",
            sending(revoked(), issue.clone()),
        ),
        row(&SAME_DAY, "a day later without a reason", sending(late(), issue)),
    ]
}

/// A case registered and printed whose adoption another case revoked.
fn revoked() -> Story {
    let mut story = Story::registered();
    story.printed(DocumentKind::Certificate);
    let event = Event::Later(LaterEvent::AdoptionRevoked { number: "撤".into() });
    story.told(event);
    story
}

/// A case issued and printed, with nothing signed after the approval.
fn issued() -> Story {
    let mut story = Story::registered();
    story.printed(DocumentKind::Certificate);
    story.must(Command::IssueCertificate(IssueCertificate::default()));
    story
}

fn at_the_archive() -> Vec<Row> {
    let archive = || Command::Archive(ArchiveCase {});
    let mut pending = issued();
    pending.file(Slot::of_case(PaperKind::CertificateReceipt));
    let frozen = Story::registered();
    let scan = frozen.case.papers.first().expect("a paper").scan.clone();
    let slot = Slot::of(PaperKind::HealthCertificate, Party::FirstAdopter);
    let mut archived = Story::registered();
    archived.case.stage = Stage::Archived;
    let reading = Reading {
        reader: "路人".into(),
        ground: ReadingGround::Other,
        identity_shown: "居民身份证".into(),
        purpose: "办理入学".into(),
        approved_by: None,
    };
    vec![
        row(&RECEIPT_SIGNED, "no signed receipt", sending(issued(), archive())),
        row(&APPROVAL_SIGNED, "no signed approval form", sending(issued(), archive())),
        row(&DOCUMENTS_MADE, "no printed notice", sending(issued(), archive())),
        row(&NOTHING_PENDING, "a paper nobody looked at", sending(pending, archive())),
        row(
            &FROZEN,
            "a paper after registration",
            sending(frozen, Command::FilePaper(FilePaper { slot, scan })),
        ),
        row(&FROZEN, "a paper rejected after registration", rejecting(Story::registered())),
        row(
            &READ_ON_THE_SPOT,
            "a stranger without approval",
            sending(archived, Command::LendVolume(reading)),
        ),
    ]
}

fn rejecting(story: Story) -> Attempt {
    let of_health = |paper: &&FiledPaper| paper.slot.paper == PaperKind::HealthCertificate;
    let number = story.case.papers.iter().find(of_health).expect("a certificate").number;
    let command = RejectPaper { reason: "不清晰".into() };
    sending(story, Command::RejectPaper(number, command))
}

fn visiting(mut story: Story, spoil: fn(&mut VisitAfterAdoption)) -> Attempt {
    let visited_on = story.on("2028-05-06").facts.today;
    let mut visit = VisitAfterAdoption {
        visited_on,
        visitors: vec![REGISTRAR.into(), VISITOR.into()],
        findings: "孩子适应良好".into(),
        concern: Concern::Green,
        harm_report: None,
    };
    spoil(&mut visit);
    sending(story, Command::VisitAfterAdoption(visit))
}

fn at_a_visit() -> Vec<Row> {
    let mut visited = Story::registered();
    let Attempt::InCase(_, visit) = visiting(visited.clone(), |_| ()) else {
        panic!("a visit is an act of a case")
    };
    visited.on("2028-05-06").must(visit);
    let mut ended = Story::registered();
    ended.case.visits.clear();
    vec![
        row(&VISITS_IN_ORDER, "no visit is left", visiting(ended, |_| ())),
        row(&VISIT_RECORDED, "the last record is not signed", visiting(visited, |_| ())),
        row(
            &TWO_VISITORS,
            "one visitor",
            visiting(Story::registered(), |visit| visit.visitors.truncate(1)),
        ),
        row(
            &HARM_REPORTED,
            "harm that nobody was told of",
            visiting(Story::registered(), |visit| visit.concern = Concern::Red),
        ),
    ]
}
