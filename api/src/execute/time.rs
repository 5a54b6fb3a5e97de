//! What nobody does: ends that pass and a calendar that moves them are written into the case by the
//! same path as every act, under the same lock, in one transaction with the rows.

use uuid::Uuid;
use workflow::event::Entry;
use workflow::time::{what_moved, what_passed};
use workflow::{Actor, CaseId, UserId};

use super::{TRIES, is_worth_a_retry, pause_after, write};
use crate::app::App;
use crate::clock::now;
use crate::store::StoreError;
use crate::store::cases::projection::{Projector, Rows};
use crate::store::log::events::{self, Act};
use crate::store::office::configured::Configured;

/// What a case is looked at for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Passing {
    /// Ends that have passed.
    Days,
    /// What a change of the calendar moves, by its number.
    Calendar(u32),
}

/// As whom the log names time.
fn system() -> Actor {
    Actor { id: UserId(Uuid::nil()), name: "系统".to_owned() }
}

/// Writes into a case what time brought, once, and brings its rows up to date. Returns the number of
/// events.
///
/// # Errors
/// When the store fails; nothing of the case is written then.
pub async fn let_time_pass(
    app: &App,
    case_id: CaseId,
    passing: Passing,
) -> Result<usize, StoreError> {
    let mut tries = 1;
    loop {
        match attempt(app, case_id, passing).await {
            Err(error) if is_worth_a_retry(&error) && tries < TRIES => {
                tokio::time::sleep(pause_after(tries)).await;
                tries += 1;
            }
            Ok(written) => return Ok(written),
            Err(error) => return Err(error),
        }
    }
}

async fn attempt(app: &App, case_id: CaseId, passing: Passing) -> Result<usize, StoreError> {
    let transaction = app.store.begin().await?;
    let Some(head) = events::lock(&transaction, case_id).await? else {
        return Ok(0);
    };
    let histories = app.store.histories();
    let Some(history) = histories.under_lock(&transaction, case_id, &head).await? else {
        return Ok(0);
    };
    let configured = app.store.configuration().now(&transaction).await?;
    let Configured { profile, calendar, .. } = &*configured;
    let (today, rules) = (profile.today(), &profile.rules);
    let events = match passing {
        Passing::Days => what_passed(&history.case, calendar, rules, today),
        Passing::Calendar(change) => {
            what_moved(&history.case, calendar, rules, change).into_iter().collect()
        }
    };
    // The rows were made with an older calendar, so what is stored is looked at and not computed.
    let before = Rows::stored(&transaction, case_id).await?;
    let entries: Vec<Entry> =
        events.into_iter().map(|event| Entry { on: today, by: system(), event }).collect();
    let act = Act {
        actor: system().id,
        command_id: Uuid::now_v7(),
        recorded_at: now().max(history.recorded_at),
    };
    let projector = Projector { calendar, rules, secret: &app.secret };
    let written = entries.len();
    let place = write::Place { case_id, head, act };
    let put = write::put(&transaction, place, &projector, Some(history), &before, entries).await?;
    transaction.commit().await?;
    histories.keep(case_id, put.head, put.history);
    if put.has_called {
        app.work.notify_one();
    }
    Ok(written)
}
