//! The office's own log: hash chains of what every row that says what is true was when it was written.

use crate::{append_only, dialect};
use sea_orm_migration::prelude::*;

/// Creates `office_log_head` and the append-only table `office_log`.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        dialect::run(manager, &[OFFICE_LOG_HEAD, OFFICE_LOG, LOG_BY_ROW]).await?;
        append_only::protect(manager, "office_log").await
    }
}

/// Each chain is locked by its own row, so that only writers of the same thing wait for one another.
const OFFICE_LOG_HEAD: &str = "CREATE TABLE office_log_head (
    chain TEXT NOT NULL PRIMARY KEY,
    position BIGINT NOT NULL CHECK (position >= 0),
    head BYTEA NOT NULL
)";

/// `about` names a table and `row_key` a row of it; `body` holds digests of its columns, never a value.
const OFFICE_LOG: &str = "CREATE TABLE office_log (
    chain TEXT NOT NULL REFERENCES office_log_head (chain),
    position BIGINT NOT NULL CHECK (position >= 1),
    what TEXT NOT NULL,
    about TEXT NOT NULL,
    row_key TEXT NOT NULL,
    body BYTEA NOT NULL,
    at BIGINT NOT NULL,
    prev_hash BYTEA NOT NULL,
    hash BYTEA NOT NULL,
    PRIMARY KEY (chain, position)
)";

const LOG_BY_ROW: &str = "CREATE INDEX office_log_by_row ON office_log (about, row_key)";
