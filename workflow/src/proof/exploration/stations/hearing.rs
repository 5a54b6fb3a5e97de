//! 询问, 同意, 家庭教育指导.

use chrono::NaiveTime;

use crate::case::hearing::Answer;
use crate::case::{PaperKind, Party, SigningManner, Slot};
use crate::cast::figures::REGISTRAR;
use crate::command::Command;
use crate::event::Event;
use crate::proof::exploration::people::Who;
use crate::proof::exploration::properties::{History, hearing};
use crate::proof::exploration::road::{Station, by, station};
use crate::proof::exploration::walk::Walk;
use crate::steps::give_consent::GiveConsent;
use crate::steps::guide::Guide;
use crate::steps::inquire::Inquire;

const SIGNED: SigningManner = SigningManner::ReadAndSigned;

fn at(hour: u32, minute: u32) -> NaiveTime {
    NaiveTime::from_hms_opt(hour, minute, 0).expect("a time")
}

/// An inquiry of this person in an hour of its own.
fn inquiry(walk: &Walk, party: Party) -> Inquire {
    let held = walk.history().count(|event| matches!(event, Event::InquiryHeld { .. }));
    let hour = 9 + u32::try_from(held % 14).expect("few are asked");
    Inquire {
        party,
        began_at: at(hour, 5),
        ended_at: at(hour, 50),
        place: "收养登记处询问室".into(),
        companion: None,
        recorder: REGISTRAR.into(),
        answers: vec![Answer { question: "您是否自愿？".into(), answer: "自愿。".into() }],
        signing: SIGNED,
    }
}

pub fn ask(walk: &mut Walk, party: Party, spoil: fn(&mut Inquire)) {
    let mut inquiry = inquiry(walk, party);
    spoil(&mut inquiry);
    walk.act(Who::Registrar, Command::Inquire(inquiry));
}

pub fn agree(walk: &mut Walk, party: Party) {
    walk.act(Who::Registrar, Command::GiveConsent(GiveConsent { party, signing: SIGNED }));
}

fn guide(walk: &mut Walk, party: Party, minutes: u32, given_by: &str) {
    let guidance = Guide {
        party,
        given_by: given_by.into(),
        place: "收养登记处".into(),
        minutes,
        form: "面谈".into(),
        topics: "家庭教育促进法".into(),
        response: "愿意照做".into(),
    };
    walk.act(Who::Registrar, Command::Guide(guidance));
}

fn must_be_asked(walk: &Walk, party: Party) -> bool {
    walk.history().to_be_asked_on(walk.state.world.today).contains(&party)
}

/// Each who is asked, the child always as one who may have turned eight by then.
pub fn stations(history: &History) -> Vec<Station> {
    let adopters = history.adopters().into_iter().map(|(party, _)| party);
    let placing = history.placing().into_iter().map(|placing| placing.party);
    let persons = adopters.clone().chain(placing).chain([Party::Child]);
    let mut stations: Vec<Station> = persons.flat_map(of_a_person).collect();
    stations.extend(adopters.flat_map(guidance));
    stations
}

fn of_a_person(party: Party) -> [Station; 4] {
    let asked = move |walk: &mut Walk| {
        if must_be_asked(walk, party) && hearing::asked(&walk.history(), party).is_none() {
            ask(walk, party, |_| {});
        }
    };
    let agrees = move |walk: &mut Walk| {
        if must_be_asked(walk, party) && hearing::agreed(&walk.history(), party).is_none() {
            agree(walk, party);
        }
    };
    let wrongly =
        |name: &str, spoil: fn(&mut Inquire)| by(name, move |walk| ask(walk, party, spoil));
    [
        station(
            "asked",
            vec![
                by("asked", asked),
                by(format!("{party:?} not asked"), |_| {}),
                wrongly("at the time of another", |inquiry| {
                    (inquiry.began_at, inquiry.ended_at) = (at(9, 20), at(9, 40));
                }),
                wrongly("ended before it began", |inquiry| inquiry.ended_at = inquiry.began_at),
                wrongly("recorded by nobody", |inquiry| inquiry.recorder = "2号".into()),
                wrongly("nowhere", |inquiry| inquiry.place = String::new()),
            ],
        ),
        signing("record of inquiry", PaperKind::InquiryRecord, party, hearing::asked),
        station(
            "agrees",
            vec![
                by("agrees", agrees),
                by(format!("{party:?} does not agree"), |_| {}),
                by("agrees unasked", move |walk| agree(walk, party)),
            ],
        ),
        signing("consent form", PaperKind::ConsentForm, party, hearing::agreed),
    ]
}

fn guidance(party: Party) -> [Station; 2] {
    let guided = move |walk: &mut Walk| {
        if hearing::guided(&walk.history(), party).is_none() {
            guide(walk, party, 45, REGISTRAR);
        }
    };
    [
        station(
            "guided",
            vec![
                by("guided", guided),
                by(format!("{party:?} not guided"), |_| {}),
                by("for no time", move |walk| guide(walk, party, 0, REGISTRAR)),
                by("by nobody", move |walk| guide(walk, party, 45, "9")),
                by("the child", |walk| guide(walk, Party::Child, 45, REGISTRAR)),
            ],
        ),
        signing("record of guidance", PaperKind::GuidanceRecord, party, hearing::guided),
    ]
}

type Done = fn(&History, Party) -> Option<usize>;

/// The paper a person signs of what was done with them.
fn signing(name: &'static str, paper: PaperKind, party: Party, done: Done) -> Station {
    let slot = Slot::of(paper, party);
    let signed = move |walk: &mut Walk| {
        let history = walk.history();
        let place = done(&history, party);
        if place.is_some() && !history.paper_stands(slot, place) {
            walk.bring(slot);
        }
    };
    let same_sheet = move |walk: &mut Walk| {
        walk.same_sheet().bring(slot);
        let another = Slot::of(PaperKind::ConsentForm, Party::Placer);
        agree(walk, Party::Placer);
        walk.bring(another);
    };
    station(
        name,
        vec![
            by("signed", signed),
            by(format!("{paper:?} of {party:?} not signed"), |_| {}),
            by(format!("{paper:?} of {party:?} not looked at"), move |walk| {
                walk.file(slot);
            }),
            by("one sheet for two", same_sheet),
        ],
    )
}
