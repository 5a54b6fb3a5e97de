//! A place to find out whether the database stores: a row is written, looked for, removed.

use crate::dialect;
use sea_orm_migration::prelude::*;

/// Creates the table `storage_probe`.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        dialect::run(manager, &[STORAGE_PROBE]).await
    }
}

/// `filling` is as large as a large act, so that there is room for one where it could be written.
const STORAGE_PROBE: &str = "CREATE TABLE storage_probe (
    mark TEXT NOT NULL PRIMARY KEY,
    at BIGINT NOT NULL,
    filling BYTEA NOT NULL
)";
