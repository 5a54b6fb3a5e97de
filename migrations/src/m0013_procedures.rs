//! Procedures after a registration: which procedure a case carries, for which adoption, and how that
//! adoption stands.

use crate::dialect;
use sea_orm_migration::prelude::*;

/// Adds three columns to the ledger's row.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        dialect::run(manager, STATEMENTS).await
    }
}

/// Every case that is older than these columns forms an adoption, which stands if it was registered.
const STATEMENTS: &[&str] = &[
    "ALTER TABLE case_row ADD COLUMN procedure TEXT NOT NULL DEFAULT 'formation'",
    "ALTER TABLE case_row ADD COLUMN adoption TEXT",
    "ALTER TABLE case_row ADD COLUMN standing TEXT NOT NULL DEFAULT 'stands'",
    "CREATE INDEX case_row_by_adoption ON case_row (adoption, procedure)",
    "CREATE INDEX case_row_by_procedure ON case_row (procedure, received_on, number)",
];
