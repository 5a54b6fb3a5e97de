//! The writing: whatever the law allowed becomes events, rows, jobs and an access entry at once.

use chrono::NaiveDate;
use uuid::Uuid;
use workflow::Event;
use workflow::event::Entry;

use super::decision::Decision;
use super::{Considered, Failure, Outcome};
use crate::access::Asker;
use crate::app::App;
use crate::clock::{Instant, now};
use crate::store::audit::AccessOutcome;
use crate::store::events::Act;
use crate::store::jobs::{self, Task};
use crate::store::projection::{Projector, Rows};
use crate::store::{Transaction, cases, documents};

/// Appends the events, projects the rows, enqueues the documents and logs the access.
pub(super) async fn write(
    app: &App,
    transaction: &Transaction,
    asker: &Asker,
    considered: Considered,
) -> Result<Outcome, Failure> {
    let Considered { case_id, head, history, decision } = considered;
    let Decision { facts, events } = decision;
    let recorded_at =
        now().max(history.as_ref().map_or(Instant::MIN, |history| history.recorded_at));
    let act = Act { actor: asker.actor.id, command_id: Uuid::now_v7(), recorded_at };
    let entries = entries(asker, facts.today, &events);
    cases::append(transaction, case_id, head, act, &entries).await?;

    let projector =
        Projector { calendar: &facts.calendar, rules: &facts.rules, secret: &app.secret };
    let before = match &history {
        Some(history) => projector.project(case_id, &history.case)?,
        None => Rows::none(),
    };
    let (case, wanted) = cases::fold_on(history.map(|history| history.case), &entries)?;
    projector.project(case_id, &case)?.replace(transaction, &before).await?;
    for document in wanted {
        documents::want(transaction, case_id, document).await?;
    }
    if events.iter().any(|event| matches!(event, Event::Proposed { .. })) {
        let version = case.version;
        jobs::enqueue(transaction, &Task::CheckCase { case_id, version }).await?;
    }
    asker.log(transaction, Some(case_id), AccessOutcome::Done, &[]).await?;
    Ok(Outcome { case_id, version: case.version, events })
}

fn entries(asker: &Asker, on: NaiveDate, events: &[Event]) -> Vec<Entry> {
    events.iter().map(|event| Entry { on, by: asker.actor.clone(), event: event.clone() }).collect()
}
