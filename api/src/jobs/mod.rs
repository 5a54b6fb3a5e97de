//! Work done after commit: two workers per replica take jobs from the table, each one after another.
//!
//! A job may be done twice (a worker that died may have finished), so every handler leaves the
//! same state however often it runs.

mod check_case;
mod check_donation;
mod compose;
mod each_case;
mod error;
mod export_ledger;
pub mod housekeeping;
mod move_deadlines;
mod pass_time;
mod render_document;
pub mod sealer;
pub mod witnesses;
mod write_accesses;

pub use error::JobError;

use std::future::Future;
use std::panic::AssertUnwindSafe;
use std::time::Duration;

use futures_util::FutureExt;
use tokio::time::{MissedTickBehavior, interval};
use uuid::Uuid;

use crate::app::App;
use crate::store::StoreError;
use crate::store::cases::documents::{self, DocumentKey, Made};
use crate::store::jobs::{self, Claimed, Failed, Share, Task};

/// How long the worker sleeps when nothing is due and nobody rings.
const IDLE: Duration = Duration::from_secs(3);
/// How often a long job says that it is still being done; well within the lease.
const HEARTBEAT: Duration = Duration::from_secs(5);

/// What a job leaves to be written down by whoever still holds it.
type Left = Option<(DocumentKey, Made)>;

/// Who does the work.
struct Worker {
    /// By which name it holds its jobs.
    name: String,
    /// Which jobs it takes.
    share: Share,
    /// The job that was done or failed in order while nothing could be written down.
    unsettled: Option<Uuid>,
}

impl Worker {
    fn new(share: Share) -> Worker {
        Worker { name: Uuid::new_v4().to_string(), share, unsettled: None }
    }
}

/// Does jobs until `stop` is ready; the jobs in hand are finished first. Two workers, one of whom prints
/// no volume: however many of them wait, a certificate waits for none.
pub async fn work(app: App, stop: impl Future<Output = ()>) {
    // It is asked for in several places, and after it was ready once.
    let stop = stop.shared();
    // Boxed: the two within one another are deeper than the compiler looks.
    let awaited = Box::pin(work_on(&app, Share::Awaited, stop.clone()));
    let all = Box::pin(work_on(&app, Share::All, stop));
    tokio::join!(awaited, all);
}

async fn work_on(app: &App, share: Share, stop: impl Future<Output = ()> + Clone) {
    let mut worker = Worker::new(share);
    loop {
        if let Err(error) = take_all(app, &mut worker, stop.clone()).await {
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
    take_all(app, &mut Worker::new(Share::All), never).await
}

async fn take_all(
    app: &App,
    worker: &mut Worker,
    stop: impl Future<Output = ()> + Clone,
) -> Result<u64, StoreError> {
    // Before the leases are looked at: this worker lived, so its job met no death.
    if let Some(job) = worker.unsettled {
        jobs::give_back(app.store.reader(), job, &worker.name).await?;
        worker.unsettled = None;
    }
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
        let claimed = {
            // One after another: two that reach for the same job would leave one of them idle.
            let _turn = app.claiming.lock().await;
            jobs::claim(app.store.reader(), &worker.name, worker.share).await?
        };
        let Some(claimed) = claimed else { return Ok(done) };
        // Where there was one, there may be another for the other worker.
        app.work.notify_one();
        done += u64::from(Box::pin(settle(app, worker, &claimed)).await?);
    }
}

/// Does one job and writes down how it ended. True if it was done.
async fn settle(app: &App, worker: &mut Worker, claimed: &Claimed) -> Result<bool, StoreError> {
    let kind = claimed.task.kind();
    let result = match with_heartbeat(app, &worker.name, claimed).await {
        Ok(left) => write_down(app, &worker.name, claimed, left).await,
        Err(error) => Err(error),
    };
    let Err(error) = result else {
        return Ok(true);
    };
    if matches!(error, JobError::LeaseLost) {
        tracing::warn!(job = %claimed.id, kind, "a job was taken over meanwhile");
        return Ok(false);
    }
    let (class, failed) = (error.class(), error.failed());
    match jobs::fail(app.store.reader(), claimed, &worker.name, failed, &class).await {
        Ok(dead) => tracing::error!(%error, job = %claimed.id, kind, dead, "a job failed"),
        Err(unwritten) => {
            // The death of a child stays counted.
            worker.unsettled = (failed != Failed::Deadly).then_some(claimed.id);
            return Err(unwritten);
        }
    }
    Ok(false)
}

/// Writes down what was made together with the end of the job: both, or neither where another
/// worker has it by now.
async fn write_down(
    app: &App,
    worker: &str,
    claimed: &Claimed,
    left: Left,
) -> Result<(), JobError> {
    let transaction = app.store.begin().await?;
    if !jobs::finish(&transaction, claimed.id, worker).await? {
        return Err(JobError::LeaseLost);
    }
    if let Some((key, made)) = left {
        documents::made(&transaction, &key, &made).await?;
    }
    transaction.commit().await.map_err(StoreError::from)?;
    Ok(())
}

/// Does the job while saying at intervals that it is still being done.
async fn with_heartbeat(app: &App, worker: &str, claimed: &Claimed) -> Result<Left, JobError> {
    let mut beat = interval(HEARTBEAT);
    beat.set_missed_tick_behavior(MissedTickBehavior::Delay);
    beat.tick().await;
    // A panic ends the job and not the worker, which has other jobs to do.
    let doing = AssertUnwindSafe(handle(app, &claimed.task)).catch_unwind();
    tokio::pin!(doing);
    loop {
        tokio::select! {
            result = &mut doing => return result.unwrap_or(Err(JobError::Panicked)),
            _ = beat.tick() => match jobs::extend(app.store.reader(), claimed.id, worker).await {
                Ok(true) => {}
                // Whoever has it now does it anew: what is half done here ends.
                Ok(false) => return Err(JobError::LeaseLost),
                // The next beat may come through; if none does, the end of the job tells.
                Err(error) => tracing::warn!(%error, job = %claimed.id, "a lease was not renewed"),
            },
        }
    }
}

/// Every kind of job has a file of its own.
async fn handle(app: &App, task: &Task) -> Result<Left, JobError> {
    match *task {
        Task::RenderDocument { case_id, version, document, party } => {
            let key = DocumentKey { case_id, version, kind: document, party };
            return Ok(render_document::render_document(app, key).await?.map(|made| (key, made)));
        }
        Task::MoveDeadlines { change } => move_deadlines::move_deadlines(app, change).await?,
        Task::PassTime { .. } => pass_time::pass_time(app).await?,
        Task::CheckDonation { donation, .. } => {
            check_donation::check_donation(app, donation).await?
        }
        Task::CheckCase { case_id, .. } => check_case::check_case(app, case_id).await?,
        Task::ExportLedger { export } => export_ledger::export_ledger(app, export).await?,
        Task::WriteAccesses { day } => write_accesses::write_accesses(app, day).await?,
    }
    Ok(None)
}

#[cfg(test)]
mod tests;
