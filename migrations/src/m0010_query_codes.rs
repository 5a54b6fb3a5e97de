//! Under which blind key the code on a family's receipt finds its case.

use crate::dialect;
use sea_orm_migration::prelude::*;

/// Creates `query_code`.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        dialect::run(manager, &[QUERY_CODE, QUERY_CODE_BY_CASE]).await
    }
}

/// The key is a keyed hash of the code, so the table opens no case to whoever reads it. Rows of cases
/// that are older than the table are made by `guijia rebuild`.
const QUERY_CODE: &str = "CREATE TABLE query_code (
    code_key TEXT NOT NULL PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES case_key (case_id)
)";

const QUERY_CODE_BY_CASE: &str = "CREATE INDEX query_code_by_case ON query_code (case_id)";
