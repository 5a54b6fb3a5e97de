//! Who waits for a job: what is handed out at the desk is made before what goes into the archive.

use crate::dialect;
use sea_orm_migration::prelude::*;

/// Adds the urgency to the jobs. Those that are older come between the two.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        dialect::run(manager, &[URGENCY, DUE]).await
    }
}

/// 0 for what somebody waits for, 2 for what nobody does.
const URGENCY: &str = "ALTER TABLE job ADD COLUMN urgency BIGINT NOT NULL DEFAULT 1";

/// Of a table that keeps what was done, only what is due.
const DUE: &str = "CREATE INDEX job_due ON job (urgency, run_at, id) WHERE state = 'ready'";
