//! The writing: whatever the law allowed becomes events, rows, jobs and an access entry at once.

use chrono::NaiveDate;
use uuid::Uuid;
use workflow::event::Entry;
use workflow::{Case, CaseId, Event};

use super::decision::Decision;
use super::{Considered, Failure, Outcome};
use crate::access::Asker;
use crate::app::App;
use crate::clock::{Instant, now};
use crate::store::audit::AccessOutcome;
use crate::store::events::{Act, Head};
use crate::store::projection::{Projector, Rows};
use crate::store::{StoreError, Transaction, cases, documents};

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
    let projector =
        Projector { calendar: &facts.calendar, rules: &facts.rules, secret: &app.secret };
    let before = match &history {
        Some(history) => projector.project(case_id, &history.case)?,
        None => Rows::none(),
    };
    let place = Place { case_id, head, act };
    let case = history.map(|history| history.case);
    let version = put(transaction, place, &projector, case, &before, &entries).await?;
    asker.log(transaction, Some(case_id), AccessOutcome::Done, &[]).await?;
    Ok(Outcome { case_id, version, events })
}

/// Where entries are appended, and as whose.
pub(super) struct Place {
    pub(super) case_id: CaseId,
    pub(super) head: Head,
    pub(super) act: Act,
}

/// Appends entries to a case and brings its rows from `before` to what they are after them. Returns
/// the version of the case.
pub(super) async fn put(
    transaction: &Transaction,
    place: Place,
    projector: &Projector<'_>,
    case: Option<Case>,
    before: &Rows,
    entries: &[Entry],
) -> Result<u32, StoreError> {
    let Place { case_id, head, act } = place;
    cases::append(transaction, case_id, head, act, entries).await?;
    let (case, wanted) = cases::fold_on(case, entries)?;
    projector.project(case_id, &case)?.replace(transaction, before).await?;
    for document in wanted {
        documents::want(transaction, case_id, document).await?;
    }
    Ok(case.version)
}

fn entries(asker: &Asker, on: NaiveDate, events: &[Event]) -> Vec<Entry> {
    events.iter().map(|event| Entry { on, by: asker.actor.clone(), event: event.clone() }).collect()
}
