//! The job table: work enqueued inside the writing transaction and done after commit, at least once.
//!
//! A worker claims a job by one statement and holds it under a lease. A lease that ran out means
//! that the worker died, and the job is ready again. A death is counted when the job is taken and
//! taken back when the worker tells how it went, even late. A job whose own child died is set aside
//! after `DEATHS_OF_CHILD` of them. That the server died proves less: it may have been killed
//! several times within a minute for other reasons, so the job waits longer after each
//! (`WAITS_AFTER_DEATH`) and is set aside after `DEATHS_OF_SERVER`. Payloads hold ids only.

pub(in crate::store) mod entity;
mod listing;
mod task;

pub use entity::job::State;
pub use listing::{Counts, OfKind, Unfinished, counts, shares, unfinished};
pub use task::{Task, Urgency};

use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, Set, UpdateMany};
use uuid::Uuid;

use super::{Reader, StoreError, Transaction};
use crate::clock::{HOUR, Instant, MINUTE, SECOND, now};
use crate::store::connection::statement::statement;
use crate::store::values::Stored;
use entity::job;

/// How long a worker may be silent before its job is given to another.
pub const LEASE: Instant = 15 * SECOND;
/// After so many tries a job is dead and waits for a person.
const TRIES: i64 = 20;
/// After so many tries a job is dead that lacks what no waiting brings back.
const TRIES_WITHOUT_HOPE: i64 = 3;
/// After so many deaths a job is dead whose own child died at last.
const DEATHS_OF_CHILD: i64 = 3;
/// After so many deaths a job is dead at whose last the whole server fell silent.
const DEATHS_OF_SERVER: i64 = 5;
/// How long a job waits after the first, second, third and fourth time that its server fell silent.
const WAITS_AFTER_DEATH: [Instant; 4] = [0, 20 * SECOND, MINUTE, 3 * MINUTE];
/// The failure of a job whose worker told nothing before its lease ran out.
const LEASE_RAN_OUT: &str = "its process ended";
const LONGEST_WAIT: Instant = 6 * HOUR;

/// Which jobs a worker takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Share {
    /// Those somebody waits for, the most urgent first.
    Awaited,
    /// All, the oldest first.
    All,
}

/// A job under lease.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claimed {
    /// The job.
    pub id: Uuid,
    /// What is to be done.
    pub task: Task,
    /// How often it was tried before.
    pub attempts: i64,
    /// How many processes ended over it, this one counted until its worker tells otherwise.
    pub deaths: i64,
}

/// How a job went wrong, which says how often it is tried again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Failed {
    /// It may well go right later.
    ForNow,
    /// It goes wrong again until a person mends what it needs.
    WithoutHope,
    /// The process that did the work ended over it.
    Deadly,
}

impl Failed {
    /// Whether a job is given up that has failed so often and ended so many processes.
    fn is_given_up(self, attempts: i64, deaths: i64) -> bool {
        match self {
            Failed::ForNow => attempts >= TRIES,
            Failed::WithoutHope => attempts >= TRIES_WITHOUT_HOPE,
            Failed::Deadly => deaths >= DEATHS_OF_CHILD,
        }
    }
}

/// Enqueues a task inside the transaction that calls for it; the same task a second time is no-op.
pub async fn enqueue(transaction: &Transaction, task: &Task) -> Result<(), StoreError> {
    // As text: what is enqueued before stays as it is, and nothing is answered.
    let text = "INSERT INTO job (id, kind, unique_key, payload, state, attempts, run_at, created_at, \
                                 urgency) \
                VALUES ($1, $2, $3, $4, 'ready', 0, $5, $5, $6) ON CONFLICT (kind, unique_key) DO NOTHING";
    let payload = serde_json::to_string(task)
        .map_err(|_| StoreError::Damaged("a job cannot be written".to_owned()))?;
    let values = [
        Stored(Uuid::now_v7()).into(),
        task.kind().into(),
        task.unique_key().into(),
        payload.into(),
        now().into(),
        (task.urgency() as i64).into(),
    ];
    transaction.execute_raw(statement(transaction, text, values)).await?;
    Ok(())
}

/// Takes the next job of a share that is due, if there is one. No two workers ever get the same job:
/// the repeated condition on the state is what makes it safe on both databases.
pub async fn claim(
    writer: &impl Reader,
    worker: &str,
    share: Share,
) -> Result<Option<Claimed>, StoreError> {
    let (least, order) = match share {
        Share::Awaited => (Urgency::Office, "urgency, run_at, id"),
        Share::All => (Urgency::Archive, "run_at, id"),
    };
    // As text: one statement finds the job, takes it and reads it.
    let text = format!(
        "UPDATE job SET state = 'running', locked_by = $1, locked_until = $2, \
         deaths = deaths + 1 \
         WHERE id = (SELECT id FROM job WHERE state = 'ready' AND run_at <= $3 \
                     AND urgency <= $4 ORDER BY {order} LIMIT 1) AND state = 'ready' \
         RETURNING id, payload, attempts, deaths"
    );
    let now = now();
    let values = [worker.into(), (now + LEASE).into(), now.into(), (least as i64).into()];
    let Some(row) = writer.query_one_raw(statement(writer, &text, values)).await? else {
        return Ok(None);
    };
    let payload: String = row.try_get("", "payload")?;
    let task = serde_json::from_str(&payload)
        .map_err(|_| StoreError::Damaged("a job cannot be read".to_owned()))?;
    Ok(Some(Claimed {
        id: row.try_get::<Stored<Uuid>>("", "id")?.0,
        task,
        attempts: row.try_get("", "attempts")?,
        deaths: row.try_get("", "deaths")?,
    }))
}

/// The job, as long as this worker has it.
fn under_lease(id: Uuid, worker: &str) -> Condition {
    Condition::all()
        .add(job::Column::Id.eq(Stored(id)))
        .add(job::Column::LockedBy.eq(worker))
        .add(job::Column::State.eq(State::Running))
}

/// Extends the lease of a job that takes long. False if the lease was lost.
pub async fn extend(writer: &impl Reader, id: Uuid, worker: &str) -> Result<bool, StoreError> {
    let done = job::Entity::update_many()
        .col_expr(job::Column::LockedUntil, Expr::value(now() + LEASE))
        .filter(under_lease(id, worker))
        .exec(writer)
        .await?;
    Ok(done.rows_affected == 1)
}

/// Marks a job as done. False if its lease was lost: then what was made belongs to nobody, and
/// whoever has the job now makes it again.
pub async fn finish(writer: &impl Reader, id: Uuid, worker: &str) -> Result<bool, StoreError> {
    let ended = job::ActiveModel {
        state: Set(State::Done),
        finished_at: Set(Some(now())),
        locked_by: Set(None),
        locked_until: Set(None),
        failure: Set(None),
        ..Default::default()
    };
    let done = lived_through().set(ended).filter(under_lease(id, worker)).exec(writer).await?;
    Ok(done.rows_affected == 1)
}

/// Counts a try, and takes back the death that was counted when the job was taken.
fn lived_through() -> UpdateMany<job::Entity> {
    // Only here, for its `min` would hide that of numbers.
    use sea_orm::sea_query::ExprTrait;

    job::Entity::update_many()
        .col_expr(job::Column::Attempts, Expr::col(job::Column::Attempts).add(1))
        .col_expr(job::Column::Deaths, Expr::col(job::Column::Deaths).sub(1))
}

/// Puts a failed job back to be tried later, or gives it up. True if given up.
pub async fn fail(
    writer: &impl Reader,
    claimed: &Claimed,
    worker: &str,
    failed: Failed,
    failure: &str,
) -> Result<bool, StoreError> {
    let attempts = claimed.attempts + 1;
    let deaths = claimed.deaths - i64::from(failed != Failed::Deadly);
    let dead = failed.is_given_up(attempts, deaths);
    let put_back = job::ActiveModel {
        state: Set(if dead { State::Dead } else { State::Ready }),
        attempts: Set(attempts),
        deaths: Set(deaths),
        run_at: Set(now() + wait_after(attempts)),
        failure: Set(Some(failure.to_owned())),
        locked_by: Set(None),
        locked_until: Set(None),
        ..Default::default()
    };
    job::Entity::update_many()
        .set(put_back)
        .filter(under_lease(claimed.id, worker))
        .exec(writer)
        .await?;
    Ok(dead)
}

/// One minute after the first failure, doubling up to six hours.
fn wait_after(attempts: i64) -> Instant {
    let doublings = u32::try_from(attempts - 1).unwrap_or(0).min(16);
    (MINUTE * Instant::from(2_u32.pow(doublings))).min(LONGEST_WAIT)
}

/// Makes jobs whose worker has died ready again, or gives up those that ended too many.
pub async fn revive(writer: &impl Reader) -> Result<u64, StoreError> {
    revive_leased_until(writer, now()).await
}

/// Makes every job ready again that was being done. Only for who knows that nobody else is at work.
pub async fn take_over(writer: &impl Reader) -> Result<u64, StoreError> {
    revive_leased_until(writer, Instant::MAX).await
}

async fn revive_leased_until(writer: &impl Reader, end: Instant) -> Result<u64, StoreError> {
    // As text: what becomes of a job depends on how often it was tried.
    let text = "UPDATE job SET state = CASE WHEN deaths >= $1 OR attempts + 1 >= $2 \
                                            THEN 'dead' ELSE 'ready' END, \
                run_at = CASE WHEN deaths <= 1 THEN $5 WHEN deaths = 2 THEN $6 \
                              WHEN deaths = 3 THEN $7 ELSE $8 END, \
                attempts = attempts + 1, failure = $3, locked_by = NULL, locked_until = NULL \
                WHERE state = 'running' AND locked_until < $4";
    let now = now();
    let due = WAITS_AFTER_DEATH.map(|wait| (now + wait).into());
    let mut values = vec![DEATHS_OF_SERVER.into(), TRIES.into(), LEASE_RAN_OUT.into(), end.into()];
    values.extend(due);
    Ok(writer.execute_raw(statement(writer, text, values)).await?.rows_affected())
}

/// Gives back a job whose end its worker could not write down while the database was away: it lived
/// through it, so no death is counted. False if the lease was lost meanwhile.
pub async fn give_back(writer: &impl Reader, id: Uuid, worker: &str) -> Result<bool, StoreError> {
    let given_back = job::ActiveModel {
        state: Set(State::Ready),
        run_at: Set(now()),
        locked_by: Set(None),
        locked_until: Set(None),
        ..Default::default()
    };
    let done = lived_through().set(given_back).filter(under_lease(id, worker)).exec(writer).await?;
    Ok(done.rows_affected == 1)
}

/// Makes a dead job ready once more, as an administrator asks.
pub async fn retry(writer: &impl Reader, id: Uuid) -> Result<bool, StoreError> {
    let row = job::ActiveModel {
        state: Set(State::Ready),
        attempts: Set(0),
        deaths: Set(0),
        run_at: Set(now()),
        ..Default::default()
    };
    let done = job::Entity::update_many()
        .set(row)
        .filter(job::Column::Id.eq(Stored(id)))
        .filter(job::Column::State.eq(State::Dead))
        .exec(writer)
        .await?;
    Ok(done.rows_affected == 1)
}

/// Removes jobs done before an instant. Their documents stay; a job that is dead waits for a person.
pub async fn clear(writer: &impl Reader, before: Instant) -> Result<u64, StoreError> {
    let old = Condition::all()
        .add(job::Column::State.eq(State::Done))
        .add(job::Column::FinishedAt.lt(before));
    Ok(job::Entity::delete_many().filter(old).exec(writer).await?.rows_affected)
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
