//! Which chains of the office's log moved since a time is found without reading all of them.

use crate::dialect;
use sea_orm_migration::prelude::*;

/// Adds an index by time to the office's log.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        dialect::run(manager, &[BY_TIME]).await
    }
}

const BY_TIME: &str = "CREATE INDEX office_log_by_time ON office_log (at)";
