//! 同案卷宗: which cases of siblings share one file set.

use crate::dialect;
use sea_orm_migration::prelude::*;

/// Adds the number of the set to the ledger. Cases that are older stand alone.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        dialect::run(manager, &[FILE_SET, CASE_ROW_BY_FILE_SET]).await
    }
}

/// The number of the first case of the set, in every later case of it.
const FILE_SET: &str = "ALTER TABLE case_row ADD COLUMN file_set TEXT";

const CASE_ROW_BY_FILE_SET: &str =
    "CREATE INDEX case_row_by_file_set ON case_row (file_set, number)";
