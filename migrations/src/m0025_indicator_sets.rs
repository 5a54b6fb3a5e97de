//! The sets of indicators that an office has loaded. A version never changes.

use crate::{append_only, dialect};
use sea_orm_migration::prelude::*;

/// Creates `indicator_set`.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        dialect::run(manager, &[INDICATOR_SET]).await?;
        append_only::protect(manager, "indicator_set").await
    }
}

/// `contents` is the set as JSON.
const INDICATOR_SET: &str = "CREATE TABLE indicator_set (
    id TEXT NOT NULL,
    version BIGINT NOT NULL,
    contents TEXT NOT NULL,
    loaded_on TEXT NOT NULL,
    loaded_at BIGINT NOT NULL,
    loaded_by TEXT NOT NULL,
    PRIMARY KEY (id, version)
)";
