//! The jobs as who keeps the service running sees them: how many, and which are not done.

use sea_orm::{
    ColumnTrait, EntityTrait, FromQueryResult, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
};
use uuid::Uuid;

use super::entity::job::{self, State};
use crate::clock::Instant;
use crate::store::{Reader, StoreError};

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

/// A job that is not done, without what it is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unfinished {
    /// The job.
    pub id: Uuid,
    /// What kind of work it is.
    pub kind: String,
    /// Where it stands.
    pub state: State,
    /// How often it was tried.
    pub attempts: i64,
    /// How many processes ended over it.
    pub deaths: i64,
    /// The class of its last failure.
    pub failure: Option<String>,
    /// When it was called for.
    pub created_at: Instant,
    /// When it is tried next, if it is ready.
    pub run_at: Instant,
}

impl From<job::Model> for Unfinished {
    fn from(row: job::Model) -> Unfinished {
        Unfinished {
            id: row.id.0,
            kind: row.kind,
            state: row.state,
            attempts: row.attempts,
            deaths: row.deaths,
            failure: row.failure,
            created_at: row.created_at,
            run_at: row.run_at,
        }
    }
}

/// The jobs that are not done: those given up first, then the oldest, at most so many.
pub async fn unfinished(reader: &impl Reader, most: u64) -> Result<Vec<Unfinished>, StoreError> {
    let open = job::Entity::find()
        .filter(job::Column::State.ne(State::Done))
        // In the order of the alphabet the dead come first.
        .order_by_asc(job::Column::State)
        .order_by_asc(job::Column::CreatedAt)
        .order_by_asc(job::Column::Id)
        .limit(most);
    Ok(open.all(reader).await?.into_iter().map(Unfinished::from).collect())
}

/// How many jobs are ready, running and dead.
pub async fn counts(reader: &impl Reader) -> Result<Counts, StoreError> {
    let count = async |state: State| {
        job::Entity::find().filter(job::Column::State.eq(state)).count(reader).await
    };
    Ok(Counts {
        ready: count(State::Ready).await?,
        running: count(State::Running).await?,
        dead: count(State::Dead).await?,
    })
}

/// The jobs of one kind in one state that are not done.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct OfKind {
    /// What kind of work it is.
    pub kind: String,
    /// Where they stand.
    pub state: State,
    /// How many there are.
    pub count: i64,
    /// When the oldest of them was called for.
    pub oldest: Instant,
}

/// How many jobs of each kind are in which state, besides those that are done.
pub async fn shares(reader: &impl Reader) -> Result<Vec<OfKind>, StoreError> {
    let shares = job::Entity::find()
        .select_only()
        .column(job::Column::Kind)
        .column(job::Column::State)
        .column_as(job::Column::Id.count(), "count")
        .column_as(job::Column::CreatedAt.min(), "oldest")
        .filter(job::Column::State.ne(State::Done))
        .group_by(job::Column::Kind)
        .group_by(job::Column::State);
    Ok(shares.into_model::<OfKind>().all(reader).await?)
}
