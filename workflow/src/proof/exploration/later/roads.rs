//! The road of each later procedure: opened, papers, accepted, heard, decided by two, concluded, given
//! out or made known, archived.

use super::reading::{filed, wanted};
use super::worlds::{adoption, another_open, dissolved, registered_elsewhere, revoked};
use super::{dissolution, others, revocation};
use crate::base::document::DocumentKind;
use crate::case::decision::{Attendance, ShownDocument};
use crate::case::{PaperKind, Party, Procedure, Slot};
use crate::command::Command;
use crate::facts::Facts;
use crate::proof::exploration::people::Who;
use crate::proof::exploration::properties::History;
use crate::proof::exploration::road::{Move, Road, Station, by, decisive, station, turns};
use crate::proof::exploration::stations::{application::other_case, hearing, papers};
use crate::proof::exploration::walk::{State, Walk};
use crate::steps::approve::Approve;
use crate::steps::archive::ArchiveCase;
use crate::steps::issue_certificate::IssueCertificate;
use crate::steps::propose::Propose;
use crate::steps::withdraw::Withdraw;

/// A road with the state it begins in.
pub struct Later {
    pub name: &'static str,
    pub begin: State,
    pub road: Road,
}

pub type Opening = (&'static str, fn() -> Command, fn(&mut Facts));

pub const RIGHT: fn(&mut Facts) = |_| {};

pub fn opening(openings: Vec<Opening>) -> Station {
    let moves = openings.into_iter().map(|(name, command, change)| {
        by(name, move |walk: &mut Walk| {
            walk.world(change);
            walk.act(Who::Registrar, command());
        })
    });
    decisive("application", moves.collect())
}

/// What may change in the world at any time, and who goes on all the same.
pub fn changes(procedure: Procedure) -> Vec<Move> {
    vec![
        by("the adoption is dissolved", |walk| {
            walk.world(dissolved);
        }),
        by("the adoption is revoked", |walk| {
            walk.world(revoked);
        }),
        by("it turns out to be registered elsewhere", |walk| {
            walk.world(registered_elsewhere);
        }),
        by("another of the kind is opened", move |walk| {
            walk.world(|world| another_open(world, procedure));
        }),
        by("no registration after all", |walk| {
            walk.world(|world| adoption(world).registration = None);
        }),
        by("the adoptee grows up", |walk| {
            walk.days(365 * 9);
        }),
        by("a public notice", |walk| {
            let published_on = walk.state.world.today;
            let newspaper = "重庆日报".into();
            let command = crate::steps::publish_notice::PublishNotice { newspaper, published_on };
            walk.act(Who::Registrar, Command::PublishNotice(command));
        }),
        by("withdrawn by an adopter", |walk| {
            let command = Withdraw { party: Party::FirstAdopter, reason: "不再需要".into() };
            walk.act(Who::Registrar, Command::Withdraw(command));
        }),
        by("another adoption of the child", |walk| {
            walk.world(|world| world.other_cases.push(other_case(Party::Child)));
        }),
        by("the number is in the ledger", |walk| {
            walk.world(|world| world.certificate_number_used = true);
        }),
    ]
}

/// Opened, with the papers it asks for.
pub fn begun(begin: &State, openings: Vec<Opening>) -> Road {
    let mut opened = Walk::new(begin.clone());
    opened.act(Who::Registrar, openings[0].1());
    let slots = wanted(&History(&opened.state.told));
    let procedure = filed(&opened.history()).request.procedure();
    let mut road = vec![opening(openings), station("papers", vec![by("begin", |_| {})])];
    road.extend(slots.into_iter().map(paper));
    road.push(turns("turns before acceptance", changes(procedure)));
    road
}

pub fn paper(slot: Slot) -> Station {
    let bring = move |walk: &mut Walk| {
        let history = walk.history();
        if wanted(&history).contains(&slot) && !history.paper_stands(slot, None) {
            walk.bring(slot);
        }
    };
    let unseen = move |walk: &mut Walk| {
        walk.file(slot);
    };
    station(
        "a paper",
        vec![
            by("brought", bring),
            by(format!("{:?} not brought", slot.paper), |_| {}),
            by(format!("{:?} not looked at", slot.paper), unseen),
        ],
    )
}

/// Heard, proposed, approved.
pub fn decided(road: &mut Road, parties: &[Party], consents: bool, procedure: Procedure) {
    road.push(papers::acceptance());
    for party in parties {
        road.extend(heard(*party));
    }
    if consents {
        road.extend(agreed(Party::Child));
    }
    road.push(turns("turns in review", changes(procedure)));
    road.push(proposal());
    if procedure != Procedure::Revocation {
        road.push(approval());
        road.push(turns("turns after approval", changes(procedure)));
        road.push(paper_of_approval());
    }
}

/// Asked, with the record.
pub fn heard(party: Party) -> [Station; 2] {
    let slot = Slot::of(PaperKind::InquiryRecord, party);
    [
        station(
            "asked",
            vec![
                by("asked", move |walk| hearing::ask(walk, party, |_| {})),
                by(format!("{party:?} not asked"), |_| {}),
            ],
        ),
        station(
            "record of inquiry",
            vec![
                by("signed", move |walk| {
                    if walk.case().inquiries.iter().any(|inquiry| inquiry.party == party) {
                        walk.bring(slot);
                    }
                }),
                by(format!("{party:?} not signed"), |_| {}),
            ],
        ),
    ]
}

/// Agrees, with the form.
pub fn agreed(party: Party) -> [Station; 2] {
    let slot = Slot::of(PaperKind::ConsentForm, party);
    [
        station(
            "agrees",
            vec![
                by("agrees", move |walk| hearing::agree(walk, party)),
                by("does not agree", |_| {}),
            ],
        ),
        station(
            "consent form",
            vec![
                by("signed", move |walk| {
                    if walk.case().consents.iter().any(|consent| consent.party == party) {
                        walk.bring(slot);
                    }
                }),
                by("not signed", |_| {}),
            ],
        ),
    ]
}

pub fn propose(walk: &mut Walk, who: Who) {
    walk.act(who, Command::Propose(Propose { opinion: "符合条件".into() }));
}

pub fn approve(walk: &mut Walk, who: Who) {
    let approval = Approve { opinion: "同意".into(), reasons_over_report: Vec::new() };
    walk.act(who, Command::Approve(approval));
}

pub fn proposal() -> Station {
    decisive(
        "proposal",
        vec![
            by("proposed", |walk| propose(walk, Who::Registrar)),
            by("by one who decides too", |walk| {
                propose(walk, Who::Both);
                approve(walk, Who::Both);
            }),
            by("by who will decide", |walk| propose(walk, Who::Both)),
        ],
    )
}

pub fn approval() -> Station {
    decisive(
        "approval",
        vec![by("approved", |walk| approve(walk, Who::Leader)), by("never", |_| {})],
    )
}

pub fn paper_of_approval() -> Station {
    let slot = Slot::of_case(PaperKind::ApprovalForm);
    station(
        "approval form",
        vec![
            by("filed", move |walk| {
                if walk.case().approval.is_some() {
                    walk.bring(slot);
                }
            }),
            by("not filed", |_| {}),
        ],
    )
}

pub fn in_person(walk: &Walk, parties: &[Party]) -> Vec<Attendance> {
    let case = walk.case();
    let number = |party: &Party| match party {
        Party::Child => case.child.resident_id.clone(),
        Party::Guardian => case.acting_guardian().map(|one| one.resident_id.clone()),
        Party::FirstAdopter | Party::SecondAdopter => {
            case.adopter(*party).map(|adopter| adopter.resident_id.clone())
        }
        _ => case.placer.parties().first().map(|placing| placing.resident_id.clone()),
    };
    let came = parties.iter().map(|party| Attendance::InPerson {
        party: *party,
        shown: ShownDocument::IdentityCard,
        number: number(party).map_or(String::new(), |number| number.0),
    });
    came.collect()
}

pub fn archive(walk: &mut Walk) {
    walk.act(Who::Archivist, Command::Archive(ArchiveCase {}));
}

pub fn archived() -> Station {
    decisive("archive", vec![by("archived", archive), by("never", |_| {})])
}

pub fn given_out(kind: DocumentKind) -> [Station; 2] {
    let issue = |walk: &mut Walk| {
        let command = IssueCertificate { late_reason: None };
        walk.act(Who::Registrar, Command::IssueCertificate(command));
    };
    [
        station(
            "printed",
            vec![
                by("printed", move |walk| {
                    walk.print(kind);
                }),
                by("not printed", |_| {}),
            ],
        ),
        decisive(
            "issue",
            vec![by("the same day", issue), by("the next day", move |walk| issue(walk.days(1)))],
        ),
    ]
}

/// Every road, made where it is explored.
pub const ROADS: [fn() -> Later; 8] = [
    dissolution::of_a_minor,
    dissolution::of_an_adult,
    dissolution::of_a_widowed_adopter,
    revocation::revocations,
    others::replacements,
    others::proofs,
    others::proof_for_a_minor,
    others::late_entries,
];

#[test]
fn every_procedure_after_a_registration_has_a_road() {
    let opened = |road: fn() -> Later| {
        let Later { begin, road, .. } = road();
        let mut walk = Walk::new(begin);
        (road[0].moves[0].run)(&mut walk);
        walk.case().procedure
    };
    let explored = ROADS.map(opened);
    let later = Procedure::ALL.into_iter().filter(|one| *one != Procedure::Formation);
    let forgotten: Vec<Procedure> = later.filter(|one| !explored.contains(one)).collect();
    assert!(forgotten.is_empty(), "procedures that no road explores: {forgotten:?}");
}
