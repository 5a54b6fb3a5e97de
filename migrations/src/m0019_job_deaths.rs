//! How often a job took its process with it: counted before the work begins, so that nobody need live
//! to count it.

use crate::dialect;
use sea_orm_migration::prelude::*;

/// Adds the count to the jobs. A job that is older has not yet ended any process.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        dialect::run(manager, &[DEATHS]).await
    }
}

/// Goes up when a worker takes the job and down when the worker says how it went.
const DEATHS: &str = "ALTER TABLE job ADD COLUMN deaths BIGINT NOT NULL DEFAULT 0";
