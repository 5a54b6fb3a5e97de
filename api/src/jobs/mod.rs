//! Work done after commit: one worker per replica takes jobs from the table, one after another.
//!
//! A job may be done twice (a worker that died may have finished), so every handler leaves the
//! same state however often it runs.

mod compose;
pub mod housekeeping;
mod render;
mod time;

use std::future::Future;
use std::panic::AssertUnwindSafe;
use std::time::Duration;

use futures_util::FutureExt;
use tokio::time::{MissedTickBehavior, interval};
use uuid::Uuid;

use crate::app::App;
use crate::store::StoreError;
use crate::store::documents::DocumentKey;
use crate::store::jobs::{self, Claimed, Task};

/// How long the worker sleeps when nothing is due and nobody rings.
const IDLE: Duration = Duration::from_secs(5);
/// How often a long job says that it is still being done; well within the lease.
const HEARTBEAT: Duration = Duration::from_secs(60);

/// Why a job was not done. No text names a person.
#[derive(Debug, thiserror::Error)]
pub enum JobError {
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The document's case, version or scan is not there.
    #[error("{0} is missing")]
    Missing(&'static str),
    /// The press could not print it.
    #[error("the press failed: {0}")]
    Press(&'static str),
    /// The handler panicked.
    #[error("the handler panicked")]
    Panicked,
}

impl JobError {
    /// What is stored with the job. What the store says goes only into the log, because it may
    /// name places of the machine.
    fn class(&self) -> String {
        match self {
            JobError::Store(_) => "the store failed".to_owned(),
            other => other.to_string(),
        }
    }
}

/// Does jobs until `stop` is ready; the job in hand is finished first.
pub async fn work(app: App, stop: impl Future<Output = ()>) {
    let worker = Uuid::new_v4().to_string();
    // It is asked for in two places, and after it was ready once.
    let stop = stop.shared();
    loop {
        if let Err(error) = take_all(&app, &worker, stop.clone()).await {
            tracing::error!(%error, "the job table cannot be worked on");
        }
        tokio::select! {
            () = stop.clone() => return,
            () = app.work.notified() => {}
            () = tokio::time::sleep(IDLE) => {}
        }
    }
}

/// Does every job that is due, and returns how many were done.
pub async fn drain(app: &App) -> Result<u64, StoreError> {
    let never = std::future::pending::<()>();
    take_all(app, &Uuid::new_v4().to_string(), never).await
}

async fn take_all(
    app: &App,
    worker: &str,
    stop: impl Future<Output = ()> + Clone,
) -> Result<u64, StoreError> {
    jobs::revive(app.store.reader()).await?;
    let mut done = 0;
    loop {
        // A stop that is ready is noticed between two jobs, without waiting for it.
        let stopping = tokio::select! {
            biased;
            () = stop.clone() => true,
            () = std::future::ready(()) => false,
        };
        if stopping {
            return Ok(done);
        }
        let Some(claimed) = jobs::claim(app.store.reader(), worker).await? else {
            return Ok(done);
        };
        done += u64::from(settle(app, worker, &claimed).await?);
    }
}

/// Does one job and writes down how it ended. True if it was done.
async fn settle(app: &App, worker: &str, claimed: &Claimed) -> Result<bool, StoreError> {
    let kind = claimed.task.kind();
    match with_heartbeat(app, worker, claimed).await {
        Ok(()) => {
            jobs::finish(app.store.reader(), &claimed.id, worker).await?;
            Ok(true)
        }
        Err(error) => {
            let class = error.class();
            let dead = jobs::fail(app.store.reader(), claimed, worker, &class).await?;
            tracing::error!(%error, job = claimed.id, kind, dead, "a job failed");
            Ok(false)
        }
    }
}

/// Does the job while saying at intervals that it is still being done.
async fn with_heartbeat(app: &App, worker: &str, claimed: &Claimed) -> Result<(), JobError> {
    let mut beat = interval(HEARTBEAT);
    beat.set_missed_tick_behavior(MissedTickBehavior::Delay);
    beat.tick().await;
    // A panic ends the job and not the worker, which has other jobs to do.
    let doing = AssertUnwindSafe(handle(app, &claimed.task)).catch_unwind();
    tokio::pin!(doing);
    loop {
        tokio::select! {
            result = &mut doing => return result.unwrap_or(Err(JobError::Panicked)),
            _ = beat.tick() => {
                jobs::extend(app.store.reader(), &claimed.id, worker).await?;
            }
        }
    }
}

async fn handle(app: &App, task: &Task) -> Result<(), JobError> {
    match *task {
        Task::RenderDocument { case_id, version, document, party } => {
            render::render(app, DocumentKey { case_id, version, kind: document, party }).await
        }
        Task::MoveDeadlines { change } => time::move_deadlines(app, change).await,
        Task::PassTime { .. } => time::pass(app).await,
    }
}

#[cfg(test)]
mod tests;
