//! People with accounts, the invitations that make them, their sessions, and failed attempts.

use crate::dialect;
use sea_orm_migration::prelude::*;

/// Creates `account`, `invitation`, `session`, `refresh_token` and `sign_in_failure`.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        dialect::run(
            manager,
            &[
                ACCOUNT,
                INVITATION,
                SESSION,
                SESSION_BY_ACCOUNT,
                REFRESH_TOKEN,
                REFRESH_BY_SESSION,
                SIGN_IN_FAILURE,
            ],
        )
        .await
    }
}

/// `roles` holds the words of the roles, separated by blanks. Nothing issued before
/// `valid_since` is believed. `practice_number` is set for the invented people of a practice
/// office only.
const ACCOUNT: &str = "CREATE TABLE account (
    id TEXT NOT NULL PRIMARY KEY,
    login TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    roles TEXT NOT NULL,
    organization TEXT NOT NULL,
    registrar_number TEXT,
    qualification_kind TEXT,
    qualification_number TEXT,
    qualification_valid_until TEXT,
    password_hash TEXT,
    practice_number BIGINT,
    created_at BIGINT NOT NULL,
    valid_since BIGINT NOT NULL,
    disabled_at BIGINT
)";

/// The one-time code itself is not stored, only its SHA-256 digest.
const INVITATION: &str = "CREATE TABLE invitation (
    digest BYTEA NOT NULL PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES account (id),
    created_by TEXT REFERENCES account (id),
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    used_at BIGINT
)";

/// `case_id` binds the session of a family to its one case.
const SESSION: &str = "CREATE TABLE session (
    id TEXT NOT NULL PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES account (id),
    case_id TEXT,
    signed_in_at BIGINT NOT NULL,
    ends_at BIGINT NOT NULL,
    ended_at BIGINT,
    ended_because TEXT
)";

const SESSION_BY_ACCOUNT: &str = "CREATE INDEX session_by_account ON session (account_id)";

/// A used token is kept until its session's end, so that using it again is noticed.
const REFRESH_TOKEN: &str = "CREATE TABLE refresh_token (
    digest BYTEA NOT NULL PRIMARY KEY,
    session_id TEXT NOT NULL REFERENCES session (id),
    issued_at BIGINT NOT NULL,
    idle_until BIGINT NOT NULL,
    used_at BIGINT
)";

const REFRESH_BY_SESSION: &str =
    "CREATE INDEX refresh_token_by_session ON refresh_token (session_id)";

/// The key is a digest of what was tried and from where, so that a password typed into the
/// wrong field is not kept.
const SIGN_IN_FAILURE: &str = "CREATE TABLE sign_in_failure (
    key_digest BYTEA NOT NULL PRIMARY KEY,
    failures BIGINT NOT NULL,
    last_at BIGINT NOT NULL
)";
