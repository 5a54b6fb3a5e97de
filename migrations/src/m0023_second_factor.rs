//! Second factors: what a person shows beside the password, and when a session last saw one.

use crate::dialect;
use sea_orm_migration::prelude::*;

/// Creates `second_factor` and `recovery_code`, and adds to `session`.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        dialect::run(
            manager,
            &[
                SECOND_FACTOR,
                FACTOR_BY_ACCOUNT,
                RECOVERY_CODE,
                CODE_BY_ACCOUNT,
                FACTOR_AT,
                AWAITS_FACTOR,
                DEVICE,
            ],
        )
        .await
    }
}

/// No row goes: one that did would let its owner in with the password alone. The secret of a removed
/// factor is emptied. Codes of steps up to `last_step` are worth nothing any more.
const SECOND_FACTOR: &str = "CREATE TABLE second_factor (
    id TEXT NOT NULL PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES account (id),
    name TEXT NOT NULL,
    sealed_secret BYTEA NOT NULL,
    created_at BIGINT NOT NULL,
    confirmed_at BIGINT,
    last_step BIGINT NOT NULL,
    removed_at BIGINT
)";

const FACTOR_BY_ACCOUNT: &str =
    "CREATE INDEX second_factor_by_account ON second_factor (account_id)";

/// The code itself is not stored, only its SHA-256 digest. It is spent by its use, or by newer codes.
const RECOVERY_CODE: &str = "CREATE TABLE recovery_code (
    digest BYTEA NOT NULL PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES account (id),
    created_at BIGINT NOT NULL,
    spent_at BIGINT
)";

const CODE_BY_ACCOUNT: &str = "CREATE INDEX recovery_code_by_account ON recovery_code (account_id)";

/// When a second factor was last shown in the session.
const FACTOR_AT: &str = "ALTER TABLE session ADD COLUMN factor_at BIGINT";

/// Whether the session was opened by the password alone and is good for nothing but the rest.
const AWAITS_FACTOR: &str =
    "ALTER TABLE session ADD COLUMN awaits_factor BOOLEAN NOT NULL DEFAULT FALSE";

/// The browser and the system in a word each, for whoever looks through their own sessions.
const DEVICE: &str = "ALTER TABLE session ADD COLUMN device TEXT";
