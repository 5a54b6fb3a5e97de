//! The job table: work enqueued inside the writing transaction and done after commit, at least once.
//!
//! A worker claims a job by one statement and holds it under a lease. A lease that ran out means
//! that the worker died, and the job is ready again. Payloads hold ids only.

use chrono::NaiveDate;
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, Set};
use serde::{Deserialize, Serialize};
use uuid::Uuid;
use workflow::CaseId;
use workflow::case::Party;
use workflow::document::DocumentKind;

use super::entity::jobs::job;
use super::{Reader, StoreError, Transaction, statement};
use crate::clock::{HOUR, Instant, MINUTE, now};

/// How long a worker may be silent before its job is given to another.
pub const LEASE: Instant = 5 * MINUTE;
/// After so many tries a job is dead and waits for a person.
const TRIES: i64 = 20;
const LONGEST_WAIT: Instant = 6 * HOUR;

/// What is to be done, with ids only.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Task {
    /// Make a document that an event calls for.
    RenderDocument {
        /// The case.
        case_id: CaseId,
        /// The version of the event that calls for it.
        version: i64,
        /// Which document.
        document: DocumentKind,
        /// Whom it concerns.
        party: Option<Party>,
    },
    /// Write into the open cases which of their deadlines a change of the calendar moved.
    MoveDeadlines {
        /// The number of the change.
        change: u32,
    },
    /// Write into the open cases which ends have passed.
    PassTime {
        /// The legal day that has come.
        on: NaiveDate,
        /// Tells one move of a practice office's day from another to the same day.
        moved: Option<Uuid>,
    },
}

impl Task {
    /// The word in the database and in the log.
    pub fn kind(&self) -> &'static str {
        match self {
            Task::RenderDocument { .. } => "render_document",
            Task::MoveDeadlines { .. } => "move_deadlines",
            Task::PassTime { .. } => "pass_time",
        }
    }

    /// Two tasks with the same key are the same work.
    fn unique_key(&self) -> String {
        match self {
            Task::RenderDocument { case_id, version, document, party } => {
                let party = party.map_or("", |party| party.word());
                format!("{case_id}/{version}/{}/{party}", document.word())
            }
            Task::MoveDeadlines { change } => change.to_string(),
            Task::PassTime { on, moved: None } => on.to_string(),
            Task::PassTime { on, moved: Some(moved) } => format!("{on}/{moved}"),
        }
    }
}

/// A job under lease.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claimed {
    /// The job.
    pub id: String,
    /// What is to be done.
    pub task: Task,
    /// How often it was tried before.
    pub attempts: i64,
}

/// How many jobs stand where.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// Ready, now or later.
    pub ready: u64,
    /// Under lease.
    pub running: u64,
    /// Given up.
    pub dead: u64,
}

/// Enqueues a task inside the transaction that calls for it; the same task a second time is no-op.
pub async fn enqueue(transaction: &Transaction, task: &Task) -> Result<(), StoreError> {
    let text = "INSERT INTO job (id, kind, unique_key, payload, state, attempts, run_at, created_at) \
                VALUES ($1, $2, $3, $4, 'ready', 0, $5, $5) ON CONFLICT (kind, unique_key) DO NOTHING";
    let payload = serde_json::to_string(task)
        .map_err(|_| StoreError::Damaged("a job cannot be written".to_owned()))?;
    let values = [
        Uuid::now_v7().to_string().into(),
        task.kind().into(),
        task.unique_key().into(),
        payload.into(),
        now().into(),
    ];
    transaction.execute_raw(statement(transaction, text, values)).await?;
    Ok(())
}

/// Takes the oldest job that is due, if there is one. No two workers ever get the same job: the
/// repeated condition on the state is what makes it safe on both databases.
pub async fn claim(writer: &impl Reader, worker: &str) -> Result<Option<Claimed>, StoreError> {
    let text = "UPDATE job SET state = 'running', locked_by = $1, locked_until = $2 \
                WHERE id = (SELECT id FROM job WHERE state = 'ready' AND run_at <= $3 \
                            ORDER BY run_at, id LIMIT 1) AND state = 'ready' \
                RETURNING id, payload, attempts";
    let now = now();
    let values = [worker.into(), (now + LEASE).into(), now.into()];
    let Some(row) = writer.query_one_raw(statement(writer, text, values)).await? else {
        return Ok(None);
    };
    let payload: String = row.try_get("", "payload")?;
    let task = serde_json::from_str(&payload)
        .map_err(|_| StoreError::Damaged("a job cannot be read".to_owned()))?;
    Ok(Some(Claimed { id: row.try_get("", "id")?, task, attempts: row.try_get("", "attempts")? }))
}

/// Extends the lease of a job that takes long. False if the lease was lost.
pub async fn extend(writer: &impl Reader, id: &str, worker: &str) -> Result<bool, StoreError> {
    let text = "UPDATE job SET locked_until = $1 \
                WHERE id = $2 AND locked_by = $3 AND state = 'running'";
    let values = [(now() + LEASE).into(), id.into(), worker.into()];
    let done = writer.execute_raw(statement(writer, text, values)).await?;
    Ok(done.rows_affected() == 1)
}

/// Marks a job as done, unless its lease was lost to another worker.
pub async fn finish(writer: &impl Reader, id: &str, worker: &str) -> Result<(), StoreError> {
    let text = "UPDATE job SET state = 'done', finished_at = $1, locked_by = NULL, \
                locked_until = NULL, failure = NULL, attempts = attempts + 1 \
                WHERE id = $2 AND locked_by = $3 AND state = 'running'";
    let values = [now().into(), id.into(), worker.into()];
    writer.execute_raw(statement(writer, text, values)).await?;
    Ok(())
}

/// Puts a failed job back to be tried later, or gives it up after the last try. True if given up.
pub async fn fail(
    writer: &impl Reader,
    claimed: &Claimed,
    worker: &str,
    failure: &str,
) -> Result<bool, StoreError> {
    let attempts = claimed.attempts + 1;
    let dead = attempts >= TRIES;
    let text = "UPDATE job SET state = $1, attempts = $2, run_at = $3, failure = $4, \
                locked_by = NULL, locked_until = NULL \
                WHERE id = $5 AND locked_by = $6 AND state = 'running'";
    let values = [
        (if dead { "dead" } else { "ready" }).into(),
        attempts.into(),
        (now() + wait_after(attempts)).into(),
        failure.into(),
        claimed.id.as_str().into(),
        worker.into(),
    ];
    writer.execute_raw(statement(writer, text, values)).await?;
    Ok(dead)
}

/// One minute after the first failure, doubling up to six hours.
fn wait_after(attempts: i64) -> Instant {
    let doublings = u32::try_from(attempts - 1).unwrap_or(0).min(16);
    (MINUTE * Instant::from(2_u32.pow(doublings))).min(LONGEST_WAIT)
}

/// Makes jobs whose worker has died ready again; a death counts as a try.
pub async fn revive(writer: &impl Reader) -> Result<u64, StoreError> {
    let text = "UPDATE job SET state = CASE WHEN attempts + 1 >= $1 THEN 'dead' ELSE 'ready' END, \
                attempts = attempts + 1, failure = 'lease ran out', \
                locked_by = NULL, locked_until = NULL \
                WHERE state = 'running' AND locked_until < $2";
    let values = [TRIES.into(), now().into()];
    Ok(writer.execute_raw(statement(writer, text, values)).await?.rows_affected())
}

/// Makes a dead job ready once more, as an administrator asks.
pub async fn retry(writer: &impl Reader, id: &str) -> Result<bool, StoreError> {
    let row = job::ActiveModel {
        state: Set("ready".to_owned()),
        attempts: Set(0),
        run_at: Set(now()),
        ..Default::default()
    };
    let done = job::Entity::update_many()
        .set(row)
        .filter(job::Column::Id.eq(id))
        .filter(job::Column::State.eq("dead"))
        .exec(writer)
        .await?;
    Ok(done.rows_affected == 1)
}

/// Removes jobs done before an instant. Their documents stay; a job that is dead waits for a person.
pub async fn clear(writer: &impl Reader, before: Instant) -> Result<u64, StoreError> {
    let text = "DELETE FROM job WHERE state = 'done' AND finished_at < $1";
    Ok(writer.execute_raw(statement(writer, text, [before.into()])).await?.rows_affected())
}

/// How many jobs are ready, running and dead.
pub async fn counts(reader: &impl Reader) -> Result<Counts, StoreError> {
    let count = async |state: &str| {
        job::Entity::find().filter(job::Column::State.eq(state)).count(reader).await
    };
    Ok(Counts {
        ready: count("ready").await?,
        running: count("running").await?,
        dead: count("dead").await?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_double_from_a_minute_to_six_hours() {
        assert_eq!(wait_after(1), MINUTE);
        assert_eq!(wait_after(2), 2 * MINUTE);
        assert_eq!(wait_after(9), 256 * MINUTE);
        assert_eq!(wait_after(10), LONGEST_WAIT);
        assert_eq!(wait_after(60), LONGEST_WAIT);
    }
}
