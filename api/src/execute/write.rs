//! The writing: whatever the law allowed becomes events, rows, jobs and an access entry at once.

use chrono::NaiveDate;
use uuid::Uuid;
use workflow::event::Entry;
use workflow::procedures::consequence;
use workflow::{CaseId, Command, Effect, Event, Facts};

use super::decision::Decision;
use super::{Failure, Outcome};
use crate::app::App;
use crate::clock::{Instant, now};
use crate::store::asker::Asker;
use crate::store::cases::adoption::Locked;
use crate::store::cases::documents::DocumentKey;
use crate::store::cases::projection::{Projector, Rows};
use crate::store::cases::{self, History, Wanted, documents};
use crate::store::jobs::{self, Task};
use crate::store::log::audit::AccessOutcome;
use crate::store::log::events::{Act, Head};
use crate::store::{StoreError, Transaction};

/// An act the law allows, with all that writing it needs.
pub(super) struct Considered {
    pub(super) case_id: CaseId,
    pub(super) head: Head,
    pub(super) history: Option<History>,
    pub(super) decision: Decision,
}

/// An act as it was written: good once the transaction is committed.
pub(super) struct Written {
    pub(super) outcome: Outcome,
    pub(super) head: Head,
    pub(super) history: History,
    /// Whether it called for a job.
    pub(super) has_called: bool,
}

/// Appends the events, projects the rows, enqueues what they call for and logs the access; what the act
/// leaves in the adoption's own case is written with it.
pub(super) async fn write(
    app: &App,
    transaction: &Transaction,
    asker: &Asker,
    command: &Command,
    considered: Considered,
) -> Result<Written, Failure> {
    let Considered { case_id, head, history, decision } = considered;
    let Decision { facts, events, adoption } = decision;
    let desk = Desk { app, transaction, asker, facts: &facts, command_id: Uuid::now_v7() };
    let Put { head, history, mut has_called } =
        desk.write_case(case_id, head, history, &events).await?;
    if let Some(Locked { id, head, history: of_adoption }) = adoption {
        let left: Vec<Event> = events
            .iter()
            .filter_map(|event| consequence(&history.case, event))
            .filter_map(|(adoption, event)| (adoption == id).then_some(event))
            .collect();
        if !left.is_empty() {
            has_called |= desk.write_case(id, head, Some(of_adoption), &left).await?.has_called;
        }
    }
    asker.log(transaction, Some(case_id), AccessOutcome::Done, &[]).await?;
    let notes = command.notes_once_done(&history.case, &facts);
    let version = history.case.version;
    let outcome = Outcome { case_id, version, events, notes, validated: false };
    Ok(Written { outcome, head, history, has_called })
}

/// Where one act is written.
struct Desk<'a> {
    app: &'a App,
    transaction: &'a Transaction,
    asker: &'a Asker,
    facts: &'a Facts,
    command_id: Uuid,
}

impl Desk<'_> {
    async fn write_case(
        &self,
        case_id: CaseId,
        head: Head,
        history: Option<History>,
        events: &[Event],
    ) -> Result<Put, Failure> {
        let recorded_at =
            now().max(history.as_ref().map_or(Instant::MIN, |history| history.recorded_at));
        let act = Act { actor: self.asker.actor.id, command_id: self.command_id, recorded_at };
        let entries = entries(self.asker, self.facts.today, events);
        let projector = Projector {
            calendar: &self.facts.calendar,
            rules: &self.facts.rules,
            secret: &self.app.secret,
        };
        let before = match &history {
            Some(history) => projector.project(case_id, &history.case)?,
            None => Rows::none(),
        };
        let place = Place { case_id, head, act };
        Ok(put(self.transaction, place, &projector, history, &before, entries).await?)
    }
}

/// Where entries are appended, and as whose.
pub(super) struct Place {
    pub(super) case_id: CaseId,
    pub(super) head: Head,
    pub(super) act: Act,
}

/// A case with what was appended to it.
pub(super) struct Put {
    pub(super) head: Head,
    pub(super) history: History,
    pub(super) has_called: bool,
}

/// Appends entries to a case and brings its rows from `before` to what they are after them.
pub(super) async fn put(
    transaction: &Transaction,
    place: Place,
    projector: &Projector<'_>,
    history: Option<History>,
    before: &Rows,
    entries: Vec<Entry>,
) -> Result<Put, StoreError> {
    let Place { case_id, head, act } = place;
    let head = cases::append(transaction, case_id, head, act, &entries).await?;
    let (mut all, case) = match history {
        Some(history) => (history.entries, Some(history.case)),
        None => (Vec::new(), None),
    };
    let (case, wanted) = cases::fold_on(case, &entries)?;
    projector.project(case_id, &case)?.replace(transaction, before).await?;
    let has_called = !wanted.is_empty();
    for wanted in wanted {
        call_for(transaction, case_id, wanted).await?;
    }
    all.extend(entries);
    let history = History { entries: all, case, recorded_at: act.recorded_at };
    Ok(Put { head, history, has_called })
}

/// Enqueues the job of an effect.
async fn call_for(
    transaction: &Transaction,
    case_id: CaseId,
    wanted: Wanted,
) -> Result<(), StoreError> {
    let Wanted { version, effect } = wanted;
    match effect {
        Effect::Print { document: kind, party } => {
            documents::want(transaction, &DocumentKey { case_id, version, kind, party }).await
        }
        Effect::CheckGifts => {
            jobs::enqueue(transaction, &Task::CheckCase { case_id, version }).await
        }
    }
}

/// What these events are in the log.
pub(super) fn entries(asker: &Asker, on: NaiveDate, events: &[Event]) -> Vec<Entry> {
    events.iter().map(|event| Entry { on, by: asker.actor.clone(), event: event.clone() }).collect()
}
