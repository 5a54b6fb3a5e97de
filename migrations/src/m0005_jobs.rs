//! Work to be done after commit: one row per job, enqueued inside the writing transaction.

use crate::dialect;
use sea_orm_migration::prelude::*;

/// Creates the table `job`.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        dialect::run(manager, &[JOB, JOB_READY]).await
    }
}

/// `payload` holds ids only, never a name; `failure` is the class of the last error, never its text.
const JOB: &str = "CREATE TABLE job (
    id TEXT NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    unique_key TEXT NOT NULL,
    payload TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('ready', 'running', 'done', 'dead')),
    attempts BIGINT NOT NULL,
    run_at BIGINT NOT NULL,
    locked_by TEXT,
    locked_until BIGINT,
    failure TEXT,
    created_at BIGINT NOT NULL,
    finished_at BIGINT,
    UNIQUE (kind, unique_key)
)";

const JOB_READY: &str = "CREATE INDEX job_by_state ON job (state, run_at, id)";
