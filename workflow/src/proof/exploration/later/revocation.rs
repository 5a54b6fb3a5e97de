//! 撤销: decided, made known to everybody, the certificate taken in.

use super::roads::{Later, Opening, RIGHT, archived, begun, decided, propose};
use super::worlds::{MINOR, another_open, on, open_revocation, registered_elsewhere, revoked};
use crate::base::document::DocumentKind;
use crate::case::later::TakenIn;
use crate::case::turns::ServiceManner;
use crate::case::{PaperKind, Party, Procedure, Service};
use crate::command::Command;
use crate::proof::exploration::people::Who;
use crate::proof::exploration::properties::days::{later, rolled};
use crate::proof::exploration::road::{Station, by, decisive, station};
use crate::proof::exploration::walk::Walk;
use crate::steps::decide_revocation::DecideRevocation;
use crate::steps::post_decision::PostDecision;
use crate::steps::return_proposal::ReturnProposal;
use crate::steps::take_in_certificate::TakeInCertificate;

fn serve(walk: &mut Walk, party: Party) {
    walk.bring_of_case(PaperKind::ServiceReceipt);
    let served_on = walk.state.world.today;
    let (document, manner) = (DocumentKind::RevocationDecision, ServiceManner::Direct);
    let service = Service { document, party, manner, received_by: "本人".into(), served_on };
    walk.act(Who::Registrar, Command::RecordService(service));
}

pub fn revocations() -> Later {
    let begin = on(MINOR);
    let right: Opening = ("in order", || open_revocation(|_| {}), RIGHT);
    let mut road = begun(
        &begin,
        vec![
            right,
            ("without a reason", || open_revocation(|data| data.reason = String::new()), RIGHT),
            ("of an adoption that was revoked", right.1, revoked),
            ("while another is open", right.1, |world| another_open(world, Procedure::Revocation)),
            ("of another office", right.1, registered_elsewhere),
        ],
    );
    decided(&mut road, &[], false, Procedure::Revocation);
    let decide = |walk: &mut Walk, who| {
        let command = DecideRevocation { findings: "捡拾证明系伪造".into() };
        walk.act(who, Command::DecideRevocation(command));
    };
    let take_in = |walk: &mut Walk, certificate| {
        walk.act(Who::Registrar, Command::TakeInCertificate(TakeInCertificate { certificate }));
    };
    let post = |walk: &mut Walk| {
        walk.act(Who::Registrar, Command::PostDecision(PostDecision {}));
    };
    road.push(decisive(
        "decision",
        vec![
            by("revoked", move |walk| decide(walk, Who::Leader)),
            by("by who proposed", move |walk| {
                walk.act(
                    Who::Leader,
                    Command::ReturnProposal(ReturnProposal { reason: "待核".into() }),
                );
                propose(walk, Who::Both);
                decide(walk, Who::Both);
            }),
            by("twice", move |walk| {
                decide(walk, Who::Leader);
                decide(walk, Who::Leader);
            }),
        ],
    ));
    road.push(station(
        "certificate",
        vec![
            by("taken in", move |walk| take_in(walk, TakenIn::GivenIn)),
            by("nothing said", |_| {}),
            by("kept without a reason", move |walk| {
                take_in(walk, TakenIn::NotTakenIn { reason: String::new() });
            }),
            by("taken in twice", move |walk| {
                take_in(walk, TakenIn::GivenIn);
                take_in(walk, TakenIn::GivenIn);
            }),
        ],
    ));
    road.push(station(
        "decision printed",
        vec![
            by("printed", |walk| {
                walk.print(DocumentKind::RevocationDecision);
            }),
            by("not printed", |_| {}),
        ],
    ));
    road.push(station("posting", vec![by("posted", post), by("not posted", |_| {})]));
    for party in [Party::FirstAdopter, Party::SecondAdopter, Party::Placer] {
        road.push(station(
            "service",
            vec![
                by("served", move |walk| serve(walk, party)),
                by(format!("{party:?} not served"), |_| {}),
            ],
        ));
    }
    road.push(papers_of_certificate());
    road.push(station(
        "days pass",
        vec![
            by("the posting has run", |walk| hang(walk, 1)),
            by("one day short", |walk| hang(walk, 0)),
        ],
    ));
    road.push(archived());
    Later { name: "revocation", begin, road }
}

fn papers_of_certificate() -> Station {
    station(
        "certificate filed",
        vec![
            by("filed", |walk| {
                walk.bring_of_case(PaperKind::AdoptionCertificate);
            }),
            by("not filed", |_| {}),
        ],
    )
}

fn hang(walk: &mut Walk, more: u64) {
    let days = u64::from(walk.state.world.rules.posting_days);
    walk.world(|world| world.today = later(rolled(later(world.today, days)), more));
}
