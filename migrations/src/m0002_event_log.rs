//! The log: one hash chain of events per case, and the key row that queues its writers.

use crate::{append_only, dialect};
use sea_orm_migration::prelude::*;

/// Creates `case_key` and the append-only table `event`.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        dialect::run(manager, &[CASE_KEY, EVENT, EVENT_BY_COMMAND]).await?;
        append_only::protect(manager, "event").await
    }
}

/// The row every write to a case touches first, so that writers of one case queue.
const CASE_KEY: &str = "CREATE TABLE case_key (
    case_id TEXT NOT NULL PRIMARY KEY,
    version BIGINT NOT NULL CHECK (version >= 0),
    head BYTEA NOT NULL
)";

/// `body` holds the bytes exactly as hashed; `codec` and `key_id` say how to read them.
const EVENT: &str = "CREATE TABLE event (
    case_id TEXT NOT NULL REFERENCES case_key (case_id),
    version BIGINT NOT NULL CHECK (version >= 1),
    kind TEXT NOT NULL,
    body BYTEA NOT NULL,
    codec TEXT NOT NULL,
    key_id TEXT NOT NULL,
    actor TEXT NOT NULL,
    recorded_at BIGINT NOT NULL,
    command_id TEXT NOT NULL,
    prev_hash BYTEA NOT NULL,
    hash BYTEA NOT NULL,
    PRIMARY KEY (case_id, version)
)";

const EVENT_BY_COMMAND: &str = "CREATE INDEX event_by_command ON event (command_id)";
