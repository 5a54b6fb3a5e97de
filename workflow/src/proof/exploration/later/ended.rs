//! What happened elsewhere to an adoption that is in the ledger: how it is recorded, and what such a
//! record may never show (民法典 arts. 1093(1), 1113 to 1116; 登记办法 arts. 10, 11).

use chrono::NaiveDate;

use super::reading::{adopters, filed};
use crate::case::{EndedBy, PaperKind, Party, Slot};
use crate::cast::county::DAZU;
use crate::command::Command;
use crate::event::{Event, LaterEvent};
use crate::proof::exploration::people::Who;
use crate::proof::exploration::properties::History;
use crate::proof::exploration::properties::days::later;
use crate::proof::exploration::road::{Station, by, decisive, station};
use crate::proof::exploration::walk::Walk;
use crate::steps::record_adopters_death::RecordAdoptersDeath;
use crate::steps::record_end::RecordEnd;

const END: Slot = Slot { paper: PaperKind::EndPaper, party: None };

fn death(party: Party) -> Slot {
    Slot::of(PaperKind::AdopterDeathProof, party)
}

fn died(walk: &mut Walk, who: Who, days: u64) {
    let last_died_on = later(walk.state.world.today, days);
    walk.act(who, Command::RecordAdoptersDeath(RecordAdoptersDeath { last_died_on }));
}

fn end(walk: &mut Walk, who: Who, spoil: impl FnOnce(&mut RecordEnd)) {
    let mut command = RecordEnd {
        by: EndedBy::CourtDissolution,
        authority: DAZU.court.into(),
        number: "（2030）渝0111民初7号".into(),
        effective_on: walk.state.world.today,
    };
    spoil(&mut command);
    walk.act(who, Command::RecordEnd(command));
}

/// A paper of an end, looked at by a registrar.
fn shown(name: &'static str, slot: Slot) -> Station {
    station(
        name,
        vec![
            by("brought", move |walk| {
                walk.bring(slot);
            }),
            by(format!("{:?} not brought", slot.paper), |_| {}),
            by(format!("{:?} not looked at", slot.paper), move |walk| {
                walk.file(slot);
            }),
        ],
    )
}

/// The adopters die; then a court's judgment turns up that had ended the adoption.
pub fn stations() -> Vec<Station> {
    let own = |command: &mut RecordEnd| {
        command.by = EndedBy::DissolvedElsewhere;
        command.authority = DAZU.bureau.into();
    };
    vec![
        shown("the first death", death(Party::FirstAdopter)),
        shown("the second death", death(Party::SecondAdopter)),
        decisive(
            "adopters' death",
            vec![
                by("recorded", |walk| died(walk, Who::Leader, 0)),
                by("tomorrow", |walk| died(walk, Who::Leader, 1)),
                by("by who looked at it", |walk| died(walk, Who::RegistrarAndLeader, 0)),
                by("twice", |walk| {
                    died(walk, Who::Leader, 0);
                    died(walk, Who::Leader, 0);
                }),
            ],
        ),
        shown("the judgment", END),
        decisive(
            "end",
            vec![
                by("recorded", |walk| end(walk, Who::Leader, |_| {})),
                by("void", |walk| end(walk, Who::Leader, |data| data.by = EndedBy::CourtVoid)),
                by("dissolved here", move |walk| end(walk, Who::Leader, own)),
                by("without a number", |walk| {
                    end(walk, Who::Leader, |data| data.number = String::new());
                }),
                by("before the registration", |walk| {
                    let early = "2021-04-05".parse().expect("a day");
                    end(walk, Who::Leader, |data| data.effective_on = early);
                }),
                by("by who looked at it", |walk| end(walk, Who::RegistrarAndLeader, |_| {})),
                by("twice", |walk| {
                    end(walk, Who::Leader, |_| {});
                    end(walk, Who::Leader, |_| {});
                }),
                by("and the paper taken back", |walk| {
                    end(walk, Who::Leader, |_| {});
                    let number = walk.case().papers.last().map_or(0, |paper| paper.number);
                    walk.reject(number);
                }),
            ],
        ),
    ]
}

fn ends(event: &Event) -> bool {
    matches!(event, Event::Later(LaterEvent::EndRecorded { .. }))
}

fn all_died(event: &Event) -> bool {
    matches!(event, Event::Later(LaterEvent::AdoptersDied { .. }))
}

/// The papers that what was just recorded rests on.
fn rests_on(history: &History) -> Vec<Slot> {
    match &history.newest().event {
        event if ends(event) => vec![END],
        event if all_died(event) => adopters(history).into_iter().map(death).collect(),
        _ => Vec::new(),
    }
}

fn without_its_paper(history: &History) -> bool {
    rests_on(history).into_iter().any(|slot| !history.paper_stands(slot, None))
}

fn by_who_looked_at_it(history: &History) -> bool {
    rests_on(history).into_iter().flat_map(|slot| history.standing(slot, None)).any(|paper| {
        history.0.iter().any(|told| {
            told.by.id == history.newest().by.id
                && matches!(told.event, Event::PaperVerified { number, .. } if number == paper)
        })
    })
}

fn dissolved_by_this_office(history: &History) -> bool {
    matches!(&history.newest().event,
        Event::Later(LaterEvent::EndRecorded { by: EndedBy::DissolvedElsewhere, authority, .. })
            if *authority == history.newest().world.office.name)
}

fn of_what_is_no_more(history: &History) -> bool {
    let (newest, earlier) = (&history.newest().event, history.earlier());
    let registered =
        earlier.has(|event| matches!(event, Event::Later(LaterEvent::LateEntryConfirmed { .. })));
    let again = earlier.has(ends) || all_died(newest) && earlier.has(all_died);
    (ends(newest) || all_died(newest)) && (again || !registered)
}

fn on_another_day(history: &History) -> bool {
    let day: NaiveDate = match &history.newest().event {
        Event::Later(LaterEvent::EndRecorded { effective_on, .. }) => *effective_on,
        Event::Later(LaterEvent::AdoptersDied { last_died_on }) => *last_died_on,
        _ => return false,
    };
    day > history.today() || day < filed(history).adoption.registered_on
}

fn its_paper_was_taken_back(history: &History) -> bool {
    let Event::PaperRejected { number, .. } = &history.newest().event else {
        return false;
    };
    let earlier = history.earlier();
    earlier.has(ends) && earlier.standing(END, None).any(|paper| paper == *number)
}

rows! {
    "SEQ-16", "民法典 1093(1)、1113—1116", "an end is recorded on its verified paper", without_its_paper;
    "SEQ-7", "规范 16", "another person records it than looked at it", by_who_looked_at_it;
    "SEQ-17", "登记办法 10、11", "this office dissolves by its procedure", dissolved_by_this_office;
    "SEQ-17", "民法典 1111、1117", "what ended, or was never registered, is not ended", of_what_is_no_more;
    "SEQ-16", "民法典 1105(1)", "an end follows the registration and has come", on_another_day;
    "SEQ-10", "档案办法 7", "what was recorded keeps its paper", its_paper_was_taken_back;
}
