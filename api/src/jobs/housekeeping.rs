//! What nobody needs any more is cleared away at intervals, by every replica: doing it twice does
//! no harm. Nothing of a case is touched, and nothing of the logs but that the access log is sealed as far
//! as it came. Each new day is begun here, too.

use std::future::Future;
use std::time::Duration;

use crate::accesses::day;
use crate::app::App;
use crate::clock::{HOUR, Instant, now};
use crate::store::desk::records;
use crate::store::jobs::{self, Task};
use crate::store::log::idempotency;
use crate::store::people::{devices, invitations, refresh, sessions};
use crate::store::{StoreError, office};

/// How often it is done. What may stay for seconds only is useless without its key as well.
const INTERVAL: Duration = Duration::from_secs(60);
/// After how many rounds files are swept: every folder is looked into, so once a day is enough.
const ROUNDS_OF_A_DAY: u64 = 24 * 60;
const DAY: Instant = 24 * HOUR;
/// A used token of an ended session may still be shown by whoever stole it; later nobody would know.
const SESSIONS_KEPT: Instant = 7 * DAY;
/// Failed attempts are forgotten after a day.
const FAILURES_KEPT: Instant = DAY;
/// How long a device is known that nobody signs in from.
const DEVICES_KEPT: Instant = 180 * DAY;
/// Invitations that nobody can accept any more.
const INVITATIONS_KEPT: Instant = 90 * DAY;
/// How long a request may be repeated under its key.
const KEYS_KEPT: Instant = 7 * DAY;
/// How long it can be seen when a job was done.
const JOBS_KEPT: Instant = 30 * DAY;

/// How many rows went.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Cleared {
    /// Sessions, with their tokens.
    pub sessions: u64,
    /// Sealed successors of used tokens.
    pub successors: u64,
    /// Counts of failed attempts.
    pub failures: u64,
    /// Devices.
    pub devices: u64,
    /// Invitations.
    pub invitations: u64,
    /// Keys of requests.
    pub keys: u64,
    /// Jobs that are done.
    pub jobs: u64,
    /// Drafts and what else lay on a desk.
    pub desk: u64,
}

/// Clears at intervals until `stop` is ready.
pub async fn keep_house(app: App, stop: impl Future<Output = ()>) {
    tokio::pin!(stop);
    for round in 0_u64.. {
        match clear(&app, now()).await {
            Ok(cleared) if cleared == Cleared::default() => {}
            Ok(cleared) => tracing::info!(?cleared, "old rows were cleared away"),
            Err(error) => tracing::error!(%error, "old rows cannot be cleared away"),
        }
        seal(&app).await;
        if round % ROUNDS_OF_A_DAY == 0 {
            match app.files.sweep().await {
                Ok(0) => {}
                Ok(swept) => tracing::info!(swept, "what interrupted writes left was swept"),
                Err(error) => tracing::error!(%error, "the files cannot be swept"),
            }
        }
        if let Err(error) = begin_day(&app).await {
            tracing::error!(%error, "the day cannot begin");
        }
        tokio::select! {
            () = &mut stop => break,
            () = tokio::time::sleep(INTERVAL) => {}
        }
    }
    // A server that ends as it should leaves as little unsealed as it can.
    seal(&app).await;
}

async fn seal(app: &App) {
    if let Err(error) = app.store.seal_accesses().await {
        tracing::error!(%error, "the access log cannot be sealed");
    }
}

/// On each legal day the cases are looked through once, and after each real one its accesses are
/// written into a file, whichever replica comes first.
///
/// # Errors
/// When the store fails; the next round tries again.
pub async fn begin_day(app: &App) -> Result<(), StoreError> {
    let on = office::load(app.store.reader()).await?.today();
    let transaction = app.store.begin().await?;
    jobs::enqueue(&transaction, &Task::PassTime { on, moved: None }).await?;
    if let Some(day) = day::last_over(now()) {
        jobs::enqueue(&transaction, &Task::WriteAccesses { day }).await?;
    }
    transaction.commit().await?;
    app.work.notify_one();
    Ok(())
}

/// Clears once, as of an instant.
///
/// # Errors
/// When the store fails; what was cleared before stays cleared.
pub async fn clear(app: &App, now: Instant) -> Result<Cleared, StoreError> {
    let before = |kept: Instant| now.saturating_sub(kept);
    let writer = app.store.reader();
    let transaction = app.store.begin().await?;
    let sessions = sessions::clear(&transaction, before(SESSIONS_KEPT)).await?;
    transaction.commit().await?;
    Ok(Cleared {
        sessions,
        successors: refresh::clear_successors(writer, now).await?,
        failures: sessions::clear_failures(writer, before(FAILURES_KEPT)).await?,
        devices: devices::clear(writer, before(DEVICES_KEPT)).await?,
        invitations: invitations::clear(writer, before(INVITATIONS_KEPT)).await?,
        keys: idempotency::clear(writer, before(KEYS_KEPT)).await?,
        jobs: jobs::clear(writer, before(JOBS_KEPT)).await?,
        desk: records::clear(writer, now).await?,
    })
}

#[cfg(test)]
#[path = "housekeeping_tests.rs"]
mod tests;
