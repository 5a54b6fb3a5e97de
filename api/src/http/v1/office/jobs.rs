//! The work that goes on after commit, for who keeps the service running: what waits, what was given
//! up, and a new try. Nothing here says which case or person a job is about.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use poem::web::Data;
use poem_openapi::{OpenApi, param::Path};
use schemars::JsonSchema;
use serde::Serialize;
use uuid::Uuid;
use workflow::Role;

use crate::http::answer::output::{NoContent, Output};
use crate::http::answer::{Kind, Problem};
use crate::http::service::Service;
use crate::http::sign_in::caller::Caller;
use crate::http::v1::Group;
use crate::store::StoreError;
use crate::store::jobs::{self, Counts, State, Unfinished};
use crate::store::log::audit::AccessOutcome;

/// The most jobs that are listed one by one.
const MOST: u64 = 200;

/// The operations on jobs.
pub struct Jobs;

/// The work that is not done.
#[derive(Debug, Serialize, JsonSchema)]
struct JobList {
    /// How many wait to be done, now or later.
    ready: u64,
    /// How many are being done.
    running: u64,
    /// How many were given up.
    dead: u64,
    /// Those given up first, then the oldest; at most 200.
    jobs: Vec<Job>,
}

/// A job that is not done.
#[derive(Debug, Serialize, JsonSchema)]
struct Job {
    /// Names it in paths.
    id: String,
    /// What kind of work it is, such as `render_document`.
    kind: String,
    /// `ready`, `running`, or `dead` if it was given up.
    state: &'static str,
    /// When it was called for.
    created_at: Option<DateTime<Utc>>,
    /// When it is tried next.
    #[serde(skip_serializing_if = "Option::is_none")]
    next_try_at: Option<DateTime<Utc>>,
    /// How often it was tried.
    attempts: i64,
    /// How many processes ended over it.
    deaths: i64,
    /// The class of its last failure.
    failure: Option<String>,
}

impl From<Unfinished> for Job {
    fn from(job: Unfinished) -> Job {
        let is_ready = job.state == State::Ready;
        Job {
            id: job.id.to_string(),
            kind: job.kind,
            created_at: DateTime::from_timestamp_micros(job.created_at),
            next_try_at: DateTime::from_timestamp_micros(job.run_at).filter(|_| is_ready),
            state: job.state.word(),
            attempts: job.attempts,
            deaths: job.deaths,
            failure: job.failure,
        }
    }
}

#[OpenApi(prefix_path = "/v1/jobs", tag = "Group::Service")]
impl Jobs {
    /// The work after commit that is not done, without what it is about
    #[oai(path = "/", method = "get", operation_id = "list_jobs")]
    async fn list(
        &self,
        caller: Caller,
        service: Data<&Arc<Service>>,
    ) -> Result<Output<JobList>, Problem> {
        caller.holding(Role::Administrator)?;
        let reader = service.app.store.reader();
        let Counts { ready, running, dead } = jobs::counts(reader).await?;
        let unfinished = jobs::unfinished(reader, MOST).await?;
        let jobs = unfinished.into_iter().map(Job::from).collect();
        Ok(Output::new(JobList { ready, running, dead, jobs }))
    }

    /// Try a job again that was given up
    #[oai(path = "/:job/retry", method = "post", operation_id = "retry_job")]
    async fn retry(
        &self,
        caller: Caller,
        service: Data<&Arc<Service>>,
        job: Path<Uuid>,
    ) -> Result<NoContent, Problem> {
        let person = caller.holding(Role::Administrator)?;
        let transaction = service.app.store.begin().await?;
        if !jobs::retry(&transaction, job.0).await? {
            return Err(Problem::new(Kind::NotFound));
        }
        person.asker.log(&transaction, None, AccessOutcome::Done, &[]).await?;
        transaction.commit().await.map_err(StoreError::from)?;
        service.app.work.notify_one();
        Ok(NoContent)
    }
}
