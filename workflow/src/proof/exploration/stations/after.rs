//! 颁证, 归档, 查阅, 回访.

use crate::base::document::DocumentKind;
use crate::case::decision::{Concern, HarmReport};
use crate::case::turns::{Reading, ReadingGround};
use crate::case::{PaperKind, Slot};
use crate::cast::figures::{REGISTRAR, VISITOR};
use crate::command::Command;
use crate::proof::exploration::people::Who;
use crate::proof::exploration::properties::days::{before, later};
use crate::proof::exploration::road::{Station, by, decisive, station};
use crate::proof::exploration::walk::Walk;
use crate::steps::archive::ArchiveCase;
use crate::steps::issue_certificate::IssueCertificate;
use crate::steps::return_volume::ReturnVolume;
use crate::steps::visit_after_adoption::VisitAfterAdoption;

const OF_THE_VOLUME: [DocumentKind; 4] = [
    DocumentKind::Certificate,
    DocumentKind::AcceptanceNotice,
    DocumentKind::PublicNotice,
    DocumentKind::AssessmentNotice,
];

fn print(walk: &mut Walk, left_out: Option<DocumentKind>) {
    for kind in OF_THE_VOLUME.into_iter().filter(|kind| Some(*kind) != left_out) {
        walk.print(kind);
    }
}

fn hand_over(walk: &mut Walk, late_reason: Option<&str>) {
    let late_reason = late_reason.map(str::to_owned);
    walk.act(Who::Registrar, Command::IssueCertificate(IssueCertificate { late_reason }));
}

/// The press, and the certificate handed over and signed for.
pub fn issue() -> [Station; 3] {
    let receipt = Slot::of_case(PaperKind::CertificateReceipt);
    [
        station(
            "printed",
            vec![
                by("everything", |walk| print(walk, None)),
                by("nothing", |_| {}),
                by("not the certificate", |walk| print(walk, Some(DocumentKind::Certificate))),
                by("not the notice of acceptance", |walk| {
                    print(walk, Some(DocumentKind::AcceptanceNotice));
                }),
                by("not the notice of assessment", |walk| {
                    print(walk, Some(DocumentKind::AssessmentNotice));
                }),
            ],
        ),
        decisive(
            "issue",
            vec![
                by("the same day", |walk| hand_over(walk, None)),
                by("never", |_| {}),
                by("after it was revoked", |walk| hand_over(walk.revoked(), None)),
                by("the next day", |walk| hand_over(walk.days(1), None)),
                by("the next day with a reason", |walk| hand_over(walk.days(1), Some("停电"))),
                by("twice", |walk| {
                    hand_over(walk, None);
                    hand_over(walk, None);
                }),
            ],
        ),
        station(
            "receipt",
            vec![
                by("signed", move |walk| {
                    if walk.case().issue.is_some() {
                        walk.bring(receipt);
                    }
                }),
                by("not signed", |_| {}),
                by("not looked at", move |walk| {
                    walk.file(receipt);
                }),
                by("looked at once of twice", move |walk| {
                    walk.bring(receipt).file(receipt);
                }),
            ],
        ),
    ]
}

/// 归档
pub fn archive() -> Station {
    let archive = |walk: &mut Walk| {
        walk.act(Who::Archivist, Command::Archive(ArchiveCase {}));
    };
    decisive(
        "archive",
        vec![
            by("archived", archive),
            by("never", |_| {}),
            by("by the registrar", |walk| {
                walk.act(Who::Registrar, Command::Archive(ArchiveCase {}));
            }),
            by("and a receipt of another time waits", move |walk| {
                walk.file(Slot::of_case(PaperKind::ServiceReceipt));
                walk.act(Who::Archivist, Command::Archive(ArchiveCase {}));
            }),
            by("twice", move |walk| {
                archive(walk);
                archive(walk);
            }),
        ],
    )
}

fn lend(walk: &mut Walk, reader: &str, ground: ReadingGround) {
    let reading = Reading {
        reader: reader.into(),
        ground,
        identity_shown: "居民身份证".into(),
        purpose: "核对".into(),
        approved_by: None,
    };
    walk.act(Who::Archivist, Command::LendVolume(reading));
}

fn give_back(walk: &mut Walk) {
    let back = ReturnVolume { complete: true, remarks: None };
    walk.act(Who::Archivist, Command::ReturnVolume(back));
}

/// 查阅
pub fn readings() -> Station {
    let adopter = |walk: &Walk| walk.history().application().adopters[0].name.clone();
    station(
        "readings",
        vec![
            by("none", |_| {}),
            by("by an adopter", move |walk| {
                let reader = adopter(walk);
                lend(walk, &reader, ReadingGround::Party);
                give_back(walk);
            }),
            by("by two at once", move |walk| {
                let reader = adopter(walk);
                lend(walk, &reader, ReadingGround::Party);
                lend(walk, "许法官", ReadingGround::Authority);
            }),
            by("by a stranger", |walk| lend(walk, "路人", ReadingGround::Party)),
            by("by who places", |walk| {
                let placing = walk.case().placer.parties();
                let placer = placing.first().map(|placing| placing.name.to_owned());
                lend(walk, &placer.unwrap_or_default(), ReadingGround::Party);
            }),
            by("for another reason, unapproved", |walk| lend(walk, "路人", ReadingGround::Other)),
            by("given back without being lent", give_back),
        ],
    )
}

fn visit(walk: &mut Walk, on: chrono::NaiveDate, spoil: fn(&mut VisitAfterAdoption)) {
    let mut visit = VisitAfterAdoption {
        visited_on: on,
        visitors: vec![VISITOR.into(), REGISTRAR.into()],
        findings: "相处融洽".into(),
        concern: Concern::Green,
        harm_report: None,
    };
    spoil(&mut visit);
    walk.act(Who::Visitor, Command::VisitAfterAdoption(visit));
}

/// The day the next visit is due comes.
fn due(walk: &mut Walk, early: u64) -> chrono::NaiveDate {
    let due = walk.case().visits.iter().find(|visit| visit.made.is_none());
    let mut day = due.map_or(walk.state.world.today, |visit| visit.due_on);
    for _ in 0..early {
        day = before(day);
    }
    walk.world(|world| world.today = world.today.max(day));
    day
}

/// 回访, each visit with its record.
pub fn visits() -> Vec<Station> {
    let wrongly = |name: &str, spoil: fn(&mut VisitAfterAdoption)| {
        by(name, move |walk| {
            let on = due(walk, 0);
            visit(walk, on, spoil);
        })
    };
    let visit_when_due = || {
        station(
            "visit",
            vec![
                by("when it is due", |walk| {
                    if walk.case().visits.iter().any(|visit| visit.made.is_none()) {
                        let on = due(walk, 0);
                        visit(walk, on, |_| {});
                    }
                }),
                by("never", |_| {}),
                by("sixteen days early", |walk| {
                    let on = due(walk, 16);
                    visit(walk, on, |_| {});
                }),
                by("tomorrow", |walk| {
                    let on = later(due(walk, 0), 1);
                    visit(walk, on, |_| {});
                }),
                wrongly("by one", |visit| visit.visitors.truncate(1)),
                wrongly("found nothing", |visit| visit.findings = String::new()),
                wrongly("found harm", |visit| visit.concern = Concern::Red),
                wrongly("found harm and reported it", |visit| {
                    visit.concern = Concern::Red;
                    visit.harm_report = Some(HarmReport {
                        recipient: "大足区公安局".into(),
                        reported_at: "2026-05-07 10:00".into(),
                        number: "2026-7".into(),
                    });
                }),
            ],
        )
    };
    let record = || {
        let slot = Slot::of_case(PaperKind::FollowUpRecord);
        station(
            "record of the visit",
            vec![
                by("signed", move |walk| {
                    let made =
                        walk.case().visits.iter().filter(|visit| visit.made.is_some()).count();
                    if walk.case().verified_papers(PaperKind::FollowUpRecord) < made {
                        walk.bring(slot);
                    }
                }),
                by("not signed", |_| {}),
            ],
        )
    };
    vec![visit_when_due(), record(), visit_when_due(), record()]
}
