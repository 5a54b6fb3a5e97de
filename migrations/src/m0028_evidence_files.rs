//! The files of evidence of an assessment, named like filed papers, so that they are looked through with them.

use crate::dialect;
use sea_orm_migration::prelude::*;

/// Creates `evidence_file`.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        dialect::run(manager, &[EVIDENCE_FILE]).await
    }
}

/// A file that shows a piece of evidence.
const EVIDENCE_FILE: &str = "CREATE TABLE evidence_file (
    case_id TEXT NOT NULL REFERENCES case_key (case_id),
    number BIGINT NOT NULL,
    piece BIGINT NOT NULL,
    digest TEXT NOT NULL,
    media_type TEXT NOT NULL,
    pages BIGINT NOT NULL,
    size BIGINT NOT NULL,
    filed_on TEXT NOT NULL,
    PRIMARY KEY (case_id, number)
)";
