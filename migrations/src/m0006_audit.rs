//! Who touched what: the access log, changes of configuration, and answers kept for repeated requests.

use crate::{append_only, dialect};
use sea_orm_migration::prelude::*;

/// Creates `access_log`, `configuration_change` and `idempotency`.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        dialect::run(
            manager,
            &[ACCESS_LOG, ACCESS_BY_CASE, ACCESS_BY_CALLER, CONFIGURATION_CHANGE, IDEMPOTENCY],
        )
        .await?;
        append_only::protect(manager, "access_log").await?;
        append_only::protect(manager, "configuration_change").await
    }
}

/// `case_id` refers to nothing on purpose: an attempt on a case that does not exist is logged too.
/// `rules` lists the rules that refused an act.
const ACCESS_LOG: &str = "CREATE TABLE access_log (
    id TEXT NOT NULL PRIMARY KEY,
    at BIGINT NOT NULL,
    caller TEXT NOT NULL,
    roles TEXT NOT NULL,
    operation TEXT NOT NULL,
    case_id TEXT,
    outcome TEXT NOT NULL,
    rules TEXT NOT NULL,
    request_id TEXT NOT NULL
)";

const ACCESS_BY_CASE: &str = "CREATE INDEX access_log_by_case ON access_log (case_id, id)";

const ACCESS_BY_CALLER: &str = "CREATE INDEX access_log_by_caller ON access_log (caller, id)";

const CONFIGURATION_CHANGE: &str = "CREATE TABLE configuration_change (
    id TEXT NOT NULL PRIMARY KEY,
    at BIGINT NOT NULL,
    actor TEXT NOT NULL,
    subject TEXT NOT NULL,
    before TEXT,
    after TEXT NOT NULL
)";

/// Only successes are kept. The success status follows from the operation, so it is not stored.
const IDEMPOTENCY: &str = "CREATE TABLE idempotency (
    caller TEXT NOT NULL,
    operation TEXT NOT NULL,
    idempotency_key TEXT NOT NULL,
    body_digest BYTEA NOT NULL,
    case_id TEXT NOT NULL REFERENCES case_key (case_id),
    version BIGINT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (caller, operation, idempotency_key)
)";
