//! Papers, checks, acceptance, notice.

use crate::case::change::Change;
use crate::case::{CheckKind, CheckOutcome, ChildKind, OtherParentState, PaperKind, Party, Slot};
use crate::command::Command;
use crate::event::Event;
use crate::proof::exploration::people::Who;
use crate::proof::exploration::properties::History;
use crate::proof::exploration::properties::days::before;
use crate::proof::exploration::properties::kinds::{is_placed_jointly, is_searched_for};
use crate::proof::exploration::properties::papers::{stands, wanted};
use crate::proof::exploration::road::{Move, Station, by, decisive, station};
use crate::proof::exploration::walk::Walk;
use crate::steps::accept::Accept;
use crate::steps::publish_notice::PublishNotice;

/// A signed or brought paper: rightly found in order, or not brought, not looked at, not in order.
pub fn paper(name: &'static str, slot: Slot) -> Station {
    let bring = move |walk: &mut Walk| {
        let history = walk.history();
        let is_wanted = wanted(&history).iter().any(|(_, asked)| *asked == slot);
        if is_wanted && !stands(&history, slot) {
            walk.bring(slot);
        }
    };
    station(
        name,
        vec![
            by("brought", bring),
            by(format!("{:?} not brought", slot.paper), |_| {}),
            by(format!("{:?} not looked at", slot.paper), move |walk| {
                walk.file(slot);
            }),
            by(format!("{:?} not in order", slot.paper), move |walk| {
                walk.file(slot);
                let number = walk.case().papers.last().map_or(0, |paper| paper.number);
                walk.reject(number);
            }),
        ],
    )
}

fn check(name: &'static str, kind: CheckKind, party: Party) -> Station {
    let clear = move |walk: &mut Walk| {
        if walk.history().check(kind, party).is_none() {
            walk.check(kind, party, CheckOutcome::Clear);
        }
    };
    let adverse = move |walk: &mut Walk| {
        walk.check(kind, party, CheckOutcome::Adverse);
    };
    station(name, vec![by("clear", clear), by("not made", |_| {}), by("adverse", adverse)])
}

/// What the parties bring, each paper a station, and what the office looks up.
pub fn stations(history: &History) -> Vec<Station> {
    let slots: Vec<Slot> = wanted(history).into_iter().map(|(_, slot)| slot).collect();
    let mut stations: Vec<Station> =
        slots.iter().map(|slot| paper("a paper of the parties", *slot)).collect();
    // Papers that only a change of fact makes necessary are brought when it has happened.
    stations.push(station(
        "further papers",
        vec![by("brought", move |walk| {
            let further: Vec<Slot> = wanted(&walk.history())
                .into_iter()
                .map(|(_, slot)| slot)
                .filter(|slot| !slots.contains(slot) && !stands(&walk.history(), *slot))
                .collect();
            for slot in further {
                walk.bring(slot);
            }
        })],
    ));
    for (party, _) in history.adopters() {
        stations.push(check("a criminal record", CheckKind::CriminalRecord, party));
    }
    let dead = history.other_parent() == Some(OtherParentState::Dead);
    let kind = history.application().kind;
    if kind == ChildKind::StateGuardianship {
        stations.push(check("a lawyer's look", CheckKind::LegalReview, Party::Child));
    }
    if kind == ChildKind::GuardianOrphan {
        stations.push(check("those who owe support", CheckKind::SupportDuty, Party::Placer));
    }
    if dead && is_placed_jointly(kind) {
        stations.push(check("the grandparents", CheckKind::GrandparentsPriority, Party::Placer));
    }
    if history.other_parent().is_some() {
        stations.push(check("the other parent", CheckKind::OtherParent, Party::OtherParent));
    }
    if kind == ChildKind::HardshipParents {
        stations.push(check("the hardship", CheckKind::Hardship, Party::Placer));
    }
    stations
}

/// 受理
pub fn acceptance() -> Station {
    let accept = |walk: &mut Walk| {
        if !walk.history().has(|event| matches!(event, Event::Accepted { .. })) {
            walk.act(Who::Registrar, Command::Accept(Accept {}));
        }
    };
    let by_the_leader = |walk: &mut Walk| {
        walk.act(Who::Leader, Command::Accept(Accept {}));
    };
    decisive("acceptance", vec![by("accepted", accept), by("by the leader", by_the_leader)])
}

fn publish(walk: &mut Walk, newspaper: &str, published_on: chrono::NaiveDate) {
    let newspaper = newspaper.to_owned();
    walk.act(Who::Registrar, Command::PublishNotice(PublishNotice { newspaper, published_on }));
}

fn is_published(walk: &Walk) -> bool {
    let history = walk.history();
    let published = history.last(|event| matches!(event, Event::NoticePublished { .. }));
    let changed = history.changed(|change| matches!(change, Change::Child { .. }));
    published.is_some() && published > changed
}

/// 公告, of a child whose parents are not known.
pub fn notice(history: &History) -> Vec<Station> {
    if !is_searched_for(history.application().kind) {
        return Vec::new();
    }
    let today = |walk: &mut Walk| {
        if !is_published(walk) {
            let today = walk.state.world.today;
            publish(walk, "重庆日报 第5版", today);
        }
    };
    let before_acceptance = |walk: &mut Walk| {
        let day = before(walk.state.world.today);
        publish(walk, "重庆日报 第5版", day);
    };
    let to_come = |walk: &mut Walk| {
        let day = walk.state.world.today + chrono::Days::new(1);
        publish(walk, "重庆日报 第5版", day);
    };
    let nowhere = |walk: &mut Walk| {
        let today = walk.state.world.today;
        publish(walk, " ", today);
    };
    let page = Slot::of_case(PaperKind::NewspaperPage);
    let bring_the_page = move |walk: &mut Walk| {
        let history = walk.history();
        let published = history.last(|event| matches!(event, Event::NoticePublished { .. }));
        if published.is_some() && !history.paper_stands(page, published) {
            walk.bring(page);
        }
    };
    let unseen = move |walk: &mut Walk| {
        walk.file(page);
    };
    vec![
        station(
            "notice",
            vec![
                by("published", today),
                by("never published", |_| {}),
                by("published before acceptance", before_acceptance),
                by("published tomorrow", to_come),
                by("published nowhere", nowhere),
            ],
        ),
        station(
            "newspaper page",
            vec![by("filed", bring_the_page), by("not filed", |_| {}), by("not looked at", unseen)],
        ),
    ]
}

/// The days of the notice pass.
pub fn notice_has_run() -> Station {
    let whole = |walk: &mut Walk| {
        walk.until_the_notice_ran(false);
    };
    let short = |walk: &mut Walk| {
        walk.until_the_notice_ran(true);
    };
    let moves: Vec<Move> = vec![
        by("the notice has run", whole),
        by("one day short", short),
        by("at once", |_| {}),
        by("a year later", |walk| {
            walk.days(420);
        }),
    ];
    station("days pass", moves)
}
