//! Who may assess: the bodies, and what is on file of each assessor.

use crate::dialect;
use sea_orm_migration::prelude::*;

/// Creates `agency` and `assessor_standing`.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        dialect::run(manager, &[AGENCY, STANDING]).await
    }
}

/// `contents` is the body as JSON.
const AGENCY: &str = "CREATE TABLE agency (
    id TEXT NOT NULL PRIMARY KEY,
    contents TEXT NOT NULL,
    changed_at BIGINT NOT NULL,
    changed_by TEXT
)";

/// `contents` is what is on file as JSON.
const STANDING: &str = "CREATE TABLE assessor_standing (
    account_id TEXT NOT NULL PRIMARY KEY REFERENCES account (id),
    contents TEXT NOT NULL,
    changed_at BIGINT NOT NULL,
    changed_by TEXT
)";
