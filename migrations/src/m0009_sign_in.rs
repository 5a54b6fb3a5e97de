//! Signing in for real: answers that got lost, devices that are known, officers on leave.

use crate::dialect;
use sea_orm_migration::prelude::*;

/// Adds to `account` and `refresh_token`, and creates `known_device` and `absence`.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        dialect::run(
            manager,
            &[
                SIGNED_IN_AT,
                USED_BY,
                SEALED_SUCCESSOR,
                KNOWN_DEVICE,
                DEVICE_BY_ACCOUNT,
                ABSENCE,
                ABSENCE_BY_SUBSTITUTE,
                ABSENCE_BY_PERSON,
            ],
        )
        .await
    }
}

/// When the person last showed a password. Writing it is also what makes a sign-in wait for a
/// change of the same password.
const SIGNED_IN_AT: &str = "ALTER TABLE account ADD COLUMN signed_in_at BIGINT";

/// The digest of the address and the program that used the token.
const USED_BY: &str = "ALTER TABLE refresh_token ADD COLUMN used_by BYTEA";

/// The next pair of tokens, for a few seconds, under a key that only the used token yields.
const SEALED_SUCCESSOR: &str = "ALTER TABLE refresh_token ADD COLUMN sealed_successor BYTEA";

/// A device is known by the digest of a random value handed to it at a sign-in.
const KNOWN_DEVICE: &str = "CREATE TABLE known_device (
    digest BYTEA NOT NULL PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES account (id),
    created_at BIGINT NOT NULL,
    used_at BIGINT NOT NULL
)";

const DEVICE_BY_ACCOUNT: &str = "CREATE INDEX known_device_by_account ON known_device (account_id)";

/// From the first to the last day, both included, the substitute may what the absent officer may.
const ABSENCE: &str = "CREATE TABLE absence (
    id TEXT NOT NULL PRIMARY KEY,
    person TEXT NOT NULL REFERENCES account (id),
    substitute TEXT NOT NULL REFERENCES account (id),
    first_day TEXT NOT NULL,
    last_day TEXT NOT NULL,
    reason TEXT NOT NULL,
    created_by TEXT NOT NULL REFERENCES account (id),
    created_at BIGINT NOT NULL,
    ended_by TEXT REFERENCES account (id),
    ended_at BIGINT
)";

const ABSENCE_BY_SUBSTITUTE: &str =
    "CREATE INDEX absence_by_substitute ON absence (substitute, last_day)";

const ABSENCE_BY_PERSON: &str = "CREATE INDEX absence_by_person ON absence (person, last_day)";
